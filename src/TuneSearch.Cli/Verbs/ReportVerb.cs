using System.CommandLine;
using TuneSearch.Cli.Client;

namespace TuneSearch.Cli.Verbs;

internal static class ReportVerb
{
    public static Command Create(CliContext context)
    {
        var server = new ServerOptions();
        var id = Verb.JobId();
        var output = Verb.OutputFile();
        var verb = new Command("report", "Get a job's report: what was measured, what was decided and why (Markdown)") { id, output };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            Verb.Deliver(context, arguments.GetValue(output), await daemon.TextAsync(arguments.GetRequiredValue(id), "report", cancellationToken));
            return ExitCode.Done;
        });
        return verb;
    }
}
