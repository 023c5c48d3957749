using System.Globalization;

using Microsoft.Extensions.Configuration;

using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.PackageSets;

namespace TuneSearch.Daemon.Hosting;

/// <summary>Where settings come from, later ones win: the shipped appsettings.json, the user's file, the environment, the command line.</summary>
internal static class DaemonConfiguration
{
    public const string ShippedFile = "appsettings.json";

    /// <summary>Gives what cannot be read as an option; from the configuration it is gone, so that everything else can be judged beside it.</summary>
    /// <exception cref="InvalidInputException">The user's file is missing or is no JSON.</exception>
    public static IReadOnlyList<Problem> Apply(IConfigurationManager configuration, HostRequest request)
    {
        configuration.Sources.Clear();
        configuration.AddJsonFile(Path.Join(AppContext.BaseDirectory, ShippedFile), optional: true, reloadOnChange: false);
        if (request.ConfigFile is { } file)
        {
            AddFile(configuration, DaemonPaths.Expand(file));
        }

        configuration.AddEnvironmentVariables();
        configuration.AddInMemoryCollection(Overrides(request));
        SettingsMisfit[] misfits = [.. new SettingsShape(PackageSet.Settings).Check(configuration)];
        Problem[] problems = [.. misfits.Select(misfit => new Problem(SettingsPlace.Of((IConfigurationRoot)configuration, misfit.Key), misfit.Message, misfit.Remedy))];
        if (misfits.Length > 0)
        {
            KeyValuePair<string, string?>[] readable = [.. configuration.AsEnumerable().Where(setting => !misfits.Any(misfit => IsOf(misfit.Key, setting.Key)))];
            configuration.Sources.Clear();
            configuration.AddInMemoryCollection(readable);
        }

        return problems;
    }

    private static bool IsOf(string section, string key) =>
        key.StartsWith(section, StringComparison.OrdinalIgnoreCase) && (key.Length == section.Length || key[section.Length] == ConfigurationPath.KeyDelimiter[0]);

    private static void AddFile(IConfigurationManager configuration, string file)
    {
        if (!File.Exists(file))
        {
            throw new InvalidInputException([new Problem(file, "the settings file does not exist", "Check the path after --config")]);
        }

        try
        {
            configuration.AddJsonFile(file, optional: false, reloadOnChange: false);
        }
        catch (InvalidDataException invalid)
        {
            throw new InvalidInputException([new Problem(file, $"the settings file cannot be read: {invalid.InnerException?.Message ?? invalid.Message}".TrimEnd('.'), "Write JSON as in the shipped appsettings.json")]);
        }
    }

    private static Dictionary<string, string?> Overrides(HostRequest request)
    {
        var settings = new Dictionary<string, string?>(request.Settings, StringComparer.OrdinalIgnoreCase);
        Set(settings, nameof(DaemonOptions.Listen), request.Listen);
        Set(settings, nameof(DaemonOptions.DataDirectory), request.DataDirectory);
        for (var i = 0; i < request.JobRoots.Count; i++)
        {
            Set(settings, Key(nameof(DaemonOptions.JobRoots), i), request.JobRoots[i]);
        }

        for (var i = 0; i < request.AllowedCommands.Count; i++)
        {
            for (var j = 0; j < request.AllowedCommands[i].Count; j++)
            {
                Set(settings, Key(nameof(DaemonOptions.AllowedCommands), i, j), request.AllowedCommands[i][j]);
            }
        }

        return settings;
    }

    private static string Key(string option, params int[] indices) =>
        option + string.Concat(indices.Select(i => ConfigurationPath.KeyDelimiter + i.ToString(CultureInfo.InvariantCulture)));

    private static void Set(Dictionary<string, string?> settings, string key, string? value)
    {
        if (value is not null)
        {
            settings[ConfigurationPath.Combine(DaemonOptions.Section, key)] = value;
        }
    }
}
