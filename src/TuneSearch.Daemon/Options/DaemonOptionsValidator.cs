using Microsoft.Extensions.Options;

using TuneSearch.Core.Measurements.Health;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Storage;

namespace TuneSearch.Daemon.Options;

/// <summary>Ranges and relations of the daemon's settings; every problem at once, each with its remedy.</summary>
internal sealed class DaemonOptionsValidator(StoreAdapters stores) : IValidateOptions<DaemonOptions>
{
    private const int MinTokenLength = 16;
    private const int MinBodyBytes = 64 * 1024;
    private const int MaxBodyBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan MinWatchInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxWatchInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxStopTimeout = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, DaemonOptions options)
    {
        Problem[] problems = [.. Problems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Select(p => p.ToString()));
    }

    private IEnumerable<Problem> Problems(DaemonOptions options) =>
        [.. Address(options), .. Tokens(options), .. Folders(options), .. Commands(options), .. Variables(options), .. Store(options), .. Limits(options), .. Measuring(options.Measuring)];

    private static IEnumerable<Problem> Address(DaemonOptions options)
    {
        if (!ListenAddress.TryParse(options.Listen, out var address))
        {
            yield return Of("Listen", $"'{options.Listen}' is not of the form http://ADDRESS:PORT with an IP address or localhost", "Write for example http://127.0.0.1:7310");
        }
        else if (!address.IsLoopback && options.Token is null && options.TokenFile is null)
        {
            yield return Of("Listen", $"'{options.Listen}' can be reached from other machines, which needs a bearer token", "Set TuneSearch:TokenFile to a file with a token, or listen on 127.0.0.1");
        }
    }

    private static IEnumerable<Problem> Tokens(DaemonOptions options)
    {
        if (options.Token is not null && options.TokenFile is not null)
        {
            yield return Of("Token", "Token and TokenFile are both set, and only one can hold", "Remove one of them");
        }

        if (options.TokenFile is { } file && !File.Exists(DaemonPaths.Expand(file)))
        {
            yield return Of("TokenFile", $"the file '{file}' does not exist", "Create it with the token as its only line, readable by the daemon alone");
        }
        else if (DaemonPaths.ReadToken(options) is { } token && (token.Length < MinTokenLength || token.Any(c => c is <= ' ' or > '~')))
        {
            yield return Of(options.Token is null ? "TokenFile" : "Token", $"the token has to be at least {MinTokenLength} printable characters without spaces", "Take for example the output of: openssl rand -hex 32");
        }
    }

    private static IEnumerable<Problem> Folders(DaemonOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            yield return Of("DataDirectory", "it is empty", "Name the folder that keeps the jobs, for example ~/.local/share/tunesearch");
        }

        for (var i = 0; i < options.JobRoots.Length; i++)
        {
            if (!Directory.Exists(DaemonPaths.Expand(options.JobRoots[i])))
            {
                yield return Of($"JobRoots:{i}", $"the folder '{options.JobRoots[i]}' does not exist", "Create it, or remove it from the list");
            }
        }
    }

    private static IEnumerable<Problem> Commands(DaemonOptions options)
    {
        for (var i = 0; i < options.AllowedCommands.Length; i++)
        {
            if (options.AllowedCommands[i].Length == 0 || options.AllowedCommands[i].Any(string.IsNullOrWhiteSpace))
            {
                yield return Of($"AllowedCommands:{i}", "a command has to be a list of words, the program first", "Write for example [\"python3\", \"/srv/evaluate.py\"]");
            }
        }

        for (var i = 0; i < options.AllowedSysctls.Length; i++)
        {
            if (!options.AllowedSysctls[i].Contains('.') || options.AllowedSysctls[i].Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-')))
            {
                yield return Of($"AllowedSysctls:{i}", $"'{options.AllowedSysctls[i]}' is not the name of one kernel setting", "Write for example vm.dirty_ratio");
            }
        }
    }

    private static IEnumerable<Problem> Variables(DaemonOptions options)
    {
        for (var i = 0; i < options.AllowedVariables.Length; i++)
        {
            var name = options.AllowedVariables[i].EndsWith('*') ? options.AllowedVariables[i][..^1] : options.AllowedVariables[i];
            if (options.AllowedVariables[i].Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
            {
                yield return Of($"AllowedVariables:{i}", $"'{options.AllowedVariables[i]}' is neither the name of an environment variable nor the beginning of names, with * at its end", "Write for example KAFKA_PASSWORD or KAFKA_*");
            }
        }
    }

    private IEnumerable<Problem> Store(DaemonOptions options)
    {
        if (options.Store.Kind.Length > 0 && stores.Find(options.Store.Kind) is null)
        {
            yield return Of("Store:Kind", $"'{options.Store.Kind}' is not a store of this build; known are {string.Join(", ", stores.Names)}", "Take one of these, or leave it empty");
        }
        else if (stores.Select(options.Store.Kind).NeedsConnection && string.IsNullOrWhiteSpace(options.Store.ConnectionString))
        {
            yield return Of("Store:ConnectionString", $"the store '{options.Store.Kind}' needs one", "Write for example Host=127.0.0.1;Database=tunesearch;Username=tunesearch");
        }
    }

    private static IEnumerable<Problem> Limits(DaemonOptions options)
    {
        if (options.WatchInterval < MinWatchInterval || options.WatchInterval > MaxWatchInterval)
        {
            yield return Of("WatchInterval", $"{options.WatchInterval} lies outside {MinWatchInterval} to {MaxWatchInterval}", "Take 00:00:01 unless many daemons share a store");
        }

        if (options.StopTimeout < TimeSpan.Zero || options.StopTimeout > MaxStopTimeout)
        {
            yield return Of("StopTimeout", $"{options.StopTimeout} lies outside 00:00:00 to {MaxStopTimeout}", "Take 00:00:15");
        }

        if (options.MaxBodyBytes is < MinBodyBytes or > MaxBodyBytes)
        {
            yield return Of("MaxBodyBytes", $"{options.MaxBodyBytes} lies outside {MinBodyBytes} to {MaxBodyBytes}", "Take 4194304");
        }
    }

    private static IEnumerable<Problem> Measuring(HealthLimits limits)
    {
        foreach (var (key, share) in new[] { ("Unsent", limits.Unsent), ("StolenTime", limits.StolenTime), ("TakenTime", limits.TakenTime), ("ThrottledTime", limits.ThrottledTime) })
        {
            if (share is not (>= 0 and <= 1))
            {
                yield return Of("Measuring:" + key, $"{share} is no share, which lies within 0 and 1", "Write for example 0.05 for 5 %; 1 judges nothing");
            }
        }

        foreach (var (key, span) in new[] { ("ScheduleLagP99", limits.ScheduleLagP99), ("ClockJump", limits.ClockJump) })
        {
            if (span <= TimeSpan.Zero)
            {
                yield return Of("Measuring:" + key, $"{span} is not above zero, and every machine is that late", "Write for example 00:00:00.050");
            }
        }
    }

    private static Problem Of(string key, string message, string remedy) => new($"{DaemonOptions.Section}:{key}", message, remedy);
}
