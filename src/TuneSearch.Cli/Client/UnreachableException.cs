namespace TuneSearch.Cli.Client;

/// <summary>Nobody answers at the daemon's address: it never ran, or it went away.</summary>
internal sealed class UnreachableException(Uri server, string reason) : CliException(
    ExitCode.Failed,
    server.ToString().TrimEnd('/'),
    $"no daemon answers there ({reason})",
    "Start one with: tunesearch serve; or name another with --server URL or TUNESEARCH_SERVER.");
