using System.CommandLine;
using TuneSearch.Cli.Client;

namespace TuneSearch.Cli.Verbs;

/// <summary>The verbs that fetch a text of a job as the daemon writes it.</summary>
internal static class TextVerbs
{
    public static Command Report(CliContext context) =>
        Create(context, "report", "Get a job's report: what was measured, what was decided and why (Markdown)");

    public static Command Relevance(CliContext context) =>
        Create(context, "relevance", "Get what a job learned of which parameters matter; a later job that names the file under relevance: need not find it out again");

    /// <param name="part">The verb, and what the API calls the text.</param>
    private static Command Create(CliContext context, string part, string description)
    {
        var server = new ServerOptions();
        var id = Verb.JobId();
        var output = Verb.OutputFile();
        var verb = new Command(part, description) { id, output };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            Verb.Deliver(context, arguments.GetValue(output), await daemon.TextAsync(arguments.GetRequiredValue(id), part, cancellationToken));
            return ExitCode.Done;
        });
        return verb;
    }
}
