using System.CommandLine;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Cli.Client;

/// <summary>The options of verbs that talk to a daemon.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string?> _server = new("--server", "-s")
    {
        Description = $"The daemon's address; else TUNESEARCH_SERVER, else {Default}",
        HelpName = "URL",
    };

    private static string Default => new DaemonOptions().Listen;

    public void AddTo(Command command) => command.Add(_server);

    /// <exception cref="CliException">The address is no URL.</exception>
    public DaemonClient Connect(ParseResult arguments, CliContext context)
    {
        var address = arguments.GetValue(_server) ?? context.Environment("TUNESEARCH_SERVER") ?? Default;
        return Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var server) && server.Scheme is ("http" or "https")
            ? new DaemonClient(context.Connect(server), context.Environment("TUNESEARCH_TOKEN"))
            : throw new CliException(ExitCode.BadInput, "--server", $"'{address}' is not the URL of a daemon", $"Write it as {Default}.");
    }
}
