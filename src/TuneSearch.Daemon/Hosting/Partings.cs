using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace TuneSearch.Daemon.Hosting;

/// <summary>
/// What is said of grains that are there no longer. In every stop they leave one after the other, and one that stays a moment longer asks the others in vain:
/// nothing is wrong, and the next start asks again. So these are silent once a stop has begun.
/// </summary>
internal static class Partings
{
    /// <summary>Who says it, and the loudest that is only that.</summary>
    private static readonly (string Category, LogLevel UpTo)[] Voices =
    [
        ("Polly", LogLevel.Error), // Orleans' retries of finding a place for a grain
        ("Orleans.Messaging", LogLevel.Error), // a message that finds none
        ("TuneSearch.Grains.Jobs.SearchJobGrain", LogLevel.Warning), // what is tried again by the next heartbeat
        ("TuneSearch.Grains.Trials.TrialGrain", LogLevel.Warning),
    ];

    public static void Mute(ILoggingBuilder logging, IConfiguration settings, Func<bool> isStopping)
    {
        foreach (var (category, upTo) in Voices)
        {
            // A filter in code would stand in for the settings' own level.
            var least = Least(settings.GetSection("Logging:LogLevel"), category);
            logging.AddFilter(category, level => level >= least && (level > upTo || !isStopping()));
        }
    }

    /// <summary>The level of the longest name that begins the category's, as the framework finds it.</summary>
    private static LogLevel Least(IConfigurationSection levels, string category) => levels.GetChildren()
        .Where(level => level.Key == "Default" || category == level.Key || category.StartsWith(level.Key + ".", StringComparison.Ordinal))
        .OrderByDescending(level => level.Key == "Default" ? 0 : level.Key.Length)
        .Select(level => Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out var least) ? least : LogLevel.Information)
        .FirstOrDefault(LogLevel.Information);
}
