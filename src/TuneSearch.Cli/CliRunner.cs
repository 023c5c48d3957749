using System.CommandLine;
using System.CommandLine.Parsing;
using TuneSearch.Cli.Output;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Storage;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Kafka.Native;

namespace TuneSearch.Cli;

/// <summary>Runs a command line and turns everything that may go wrong into a message and an exit code.</summary>
internal static class CliRunner
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliContext context, CancellationToken cancellationToken)
    {
        var parsed = CommandTree.Create(context).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            ProblemWriter.Write(context.Error, [.. Misread(parsed)]);
            return ExitCode.BadInput;
        }

        if (parsed.Tokens.Any(token => token is { Type: TokenType.Argument, Value.Length: 0 }))
        {
            ProblemWriter.Write(context.Error, [new Problem($"tunesearch {parsed.CommandResult.Command.Name}", "one of its arguments is empty", "Leave it out, or give it a value; a variable of the shell may be unset")]);
            return ExitCode.BadInput;
        }

        try
        {
            var invocation = new InvocationConfiguration { Output = context.Out, Error = context.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception failure)
        {
            var (code, problems) = Explained(failure, cancellationToken);
            ProblemWriter.Write(context.Error, problems);
            if (context.IsDebugging)
            {
                context.Error.WriteLine(failure);
            }

            return code;
        }
    }

    private static IEnumerable<Problem> Misread(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is RootCommand root)
        {
            var verbs = root.Subcommands.Select(verb => verb.Name).ToArray();
            return parsed.UnmatchedTokens is [var first, ..]
                ? [new Problem("tunesearch", $"there is no verb '{first}'", Nearest.Remedy(first, verbs))]
                : [new Problem("tunesearch", "a verb is needed", "Start with: tunesearch quickstart, or see: tunesearch --help")];
        }

        var verb = $"tunesearch {parsed.CommandResult.Command.Name}";
        return parsed.Errors.Select(error => new Problem(verb, error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' '), $"See: {verb} --help"));
    }

    private static (int Code, IReadOnlyList<Problem> Problems) Explained(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        CliException cli => (cli.Code, cli.Problems),
        InvalidInputException invalid => (ExitCode.BadInput, invalid.Problems),
        JobStateException state => (ExitCode.Failed, [state.Problem]),
        StoreException store => (ExitCode.Failed, [new Problem("store", store.Message, string.Empty)]),
        ClusterUnavailableException or LibrdkafkaMissingException => (ExitCode.Failed, [new Problem("cluster", failure.Message, string.Empty)]),
        OperationCanceledException when cancellationToken.IsCancellationRequested => (ExitCode.Interrupted, []),
        _ => (ExitCode.Failed, [new Problem("tunesearch", $"this was not expected: {failure.Message.TrimEnd('.')}", "Run it again with TUNESEARCH_DEBUG=1 for where it happened, and report it")]),
    };
}
