using TuneSearch.Core.Measurements.Health;

namespace TuneSearch.Daemon.Options;

/// <summary>The daemon's own settings: the section <c>TuneSearch</c> of appsettings.json, the environment (<c>TuneSearch__Listen</c>) and the command line.</summary>
/// <remarks>The shipped appsettings.json names every option with the default that stands here; a test holds the two together.</remarks>
public sealed record DaemonOptions
{
    public const string Section = "TuneSearch";

    /// <summary>Address of the API, the page and the metrics, as <c>http://ADDRESS:PORT</c>; port 0 takes a free one.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:7310";

    /// <summary>Where the store and its lock lie, and the notes of what is to be put back on clusters; created when missing. <c>~</c> is the user's home.</summary>
    public string DataDirectory { get; init; } = "~/.local/share/tunesearch";

    /// <summary>Folders below which submitted jobs may name files; none by default, so jobs come as bundles.</summary>
    public string[] JobRoots { get; init; } = [];

    /// <summary>Beginnings of command lines that <c>command</c> and <c>process</c> clusters may start, one list of words each; a single <c>*</c> allows all.</summary>
    public string[][] AllowedCommands { get; init; } = [];

    /// <summary>Kernel settings that <c>os</c> parameters may change, by their sysctl names; none by default.</summary>
    public string[] AllowedSysctls { get; init; } = [];

    /// <summary>Environment variables that connection settings of jobs may name, or beginnings of names with a <c>*</c> at the end; empty for all but the daemon's own.</summary>
    public string[] AllowedVariables { get; init; } = [];

    /// <summary>Callers have to send it as <c>Authorization: Bearer …</c>; needed for any address but loopback, at least 16 characters.</summary>
    public string? Token { get; init; }

    /// <summary>A file with the token, read at start; instead of <see cref="Token"/>, so that the token stays out of settings.</summary>
    public string? TokenFile { get; init; }

    public StoreOptions Store { get; init; } = new();

    /// <summary>Beyond which a trial of the clusters that take real messages is invalid and measured again (docs/measurement.md).</summary>
    public HealthLimits Measuring { get; init; } = new();

    /// <summary>How often a watch looks for events that other processes appended; those of this process are seen at once.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a stop waits for requests and trials in flight before it cuts them off.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Largest request body.</summary>
    public int MaxBodyBytes { get; init; } = 4 * 1024 * 1024;
}
