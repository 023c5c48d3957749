using System.CommandLine;
using TuneSearch.Cli.Client;

namespace TuneSearch.Cli.Verbs;

internal static class RelevanceVerb
{
    public static Command Create(CliContext context)
    {
        var server = new ServerOptions();
        var id = Verb.JobId();
        var output = Verb.OutputFile();
        var verb = new Command("relevance", "Get what a job learned of which parameters matter; a later job that names the file under relevance: need not find it out again") { id, output };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            Verb.Deliver(context, arguments.GetValue(output), await daemon.TextAsync(arguments.GetRequiredValue(id), "relevance", cancellationToken));
            return ExitCode.Done;
        });
        return verb;
    }
}
