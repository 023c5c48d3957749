using System.CommandLine;
using TuneSearch.Cli.Client;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Cli.Verbs;

internal static class BestVerb
{
    public static Command Create(CliContext context)
    {
        var server = new ServerOptions();
        var id = Verb.JobId();
        var format = new Option<string>("--format", "-f") { Description = $"properties, json, {string.Join(", ", Exporters.All.Select(exporter => exporter.Name))}; with -undo what takes it back", DefaultValueFactory = _ => "properties" };
        var output = Verb.OutputFile();
        var unverified = new Option<bool>("--unverified") { Description = "Also a configuration that no fresh measurements verified, and so may be luck" };
        var verb = new Command("best", "Get the best configuration") { id, format, output, unverified };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            var query = $"best?format={Uri.EscapeDataString(arguments.GetValue(format)!)}&unverified={(arguments.GetValue(unverified) ? "true" : "false")}";
            Verb.Deliver(context, arguments.GetValue(output), await daemon.TextAsync(arguments.GetRequiredValue(id), query, cancellationToken));
            return ExitCode.Done;
        });
        return verb;
    }
}
