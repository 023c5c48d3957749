namespace TuneSearch.Daemon.Hosting;

/// <summary>What the command line says about the host; all of it may be left out.</summary>
public sealed record HostRequest
{
    /// <summary>A settings file beside the shipped one; it must exist.</summary>
    public string? ConfigFile { get; init; }

    public string? Listen { get; init; }

    public string? DataDirectory { get; init; }

    /// <summary>Replaces the configured job roots where it is not empty.</summary>
    public IReadOnlyList<string> JobRoots { get; init; } = [];

    /// <summary>Replaces the configured allow list where it is not empty.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AllowedCommands { get; init; } = [];

    /// <summary>Whether a run without a daemon says where in the code something failed, and not only what.</summary>
    public bool ShowsStackTraces { get; init; }

    /// <summary>Further settings by their full key: <c>TuneSearch:Store:Kind</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();
}
