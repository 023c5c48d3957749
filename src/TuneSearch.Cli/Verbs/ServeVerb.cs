using System.CommandLine;
using TuneSearch.Cli.Runs;
using TuneSearch.Daemon.Hosting;

namespace TuneSearch.Cli.Verbs;

internal static class ServeVerb
{
    public static Command Create(CliContext context)
    {
        var listen = new Option<string?>("--listen", "-l") { Description = "Address of API, page and metrics; else the settings', else http://127.0.0.1:7310", HelpName = "http://ADDRESS:PORT" };
        var data = new Option<string?>("--data", "-d") { Description = "Folder of the store", HelpName = "FOLDER" };
        var config = new Option<string?>("--config", "-c") { Description = "A settings file beside the shipped appsettings.json", HelpName = "FILE" };
        var roots = new Option<string[]>("--job-root") { Description = "A folder below which jobs may name files; may be given again", HelpName = "FOLDER", DefaultValueFactory = _ => [] };
        var commands = new Option<string[]>("--allow-command") { Description = "The beginning of a command line that jobs may start, in quotes, and inside them a word that has blanks of its own in others; may be given again", HelpName = "'PROGRAM ARGUMENT…'", DefaultValueFactory = _ => [] };
        var verb = new Command("serve", "Start the daemon; Ctrl-C stops it, and its jobs go on at the next start") { listen, data, config, roots, commands };
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            var request = new HostRequest
            {
                Listen = arguments.GetValue(listen),
                DataDirectory = arguments.GetValue(data),
                ConfigFile = arguments.GetValue(config),
                JobRoots = arguments.GetValue(roots)!,
                AllowedCommands = [.. arguments.GetValue(commands)!.Select(CommandWords.Of)],
            };
            await using var server = await LocalServer.StartAsync(request, cancellationToken);
            context.Out.WriteLine($"TuneSearch listens on {server.Address}. Submit a job with: tunesearch submit JOB.yaml --watch");
            await server.WaitAsync(cancellationToken);
            return ExitCode.Done;
        });
        return verb;
    }
}
