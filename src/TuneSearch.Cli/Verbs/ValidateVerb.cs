using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TuneSearch.Cli.Output;
using TuneSearch.Cli.Runs;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Files;

namespace TuneSearch.Cli.Verbs;

internal static class ValidateVerb
{
    public static Command Create(CliContext context)
    {
        var files = new Argument<string[]>("FILE") { Description = "Spaces, profiles and jobs; a job is checked with every file it names", Arity = ArgumentArity.OneOrMore };
        var verb = new Command("validate", "Check files and say everything that is wrong with them, with line, column and the way out") { files };
        verb.SetAction((arguments, cancellationToken) => RunAsync(context, arguments.GetRequiredValue(files), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(CliContext context, string[] files, CancellationToken cancellationToken)
    {
        var exit = ExitCode.Done;
        foreach (var file in files)
        {
            var report = LocalFiles.Validator.Validate(file);
            if (report.Kind == FileKind.Job)
            {
                report = await WithDriverAsync(context, file, cancellationToken);
            }

            if (report.Problems.IsEmpty)
            {
                context.Out.WriteLine($"{file}: a valid {report.Kind}.");
                if (report.Kind == FileKind.Job)
                {
                    BudgetNote.Write(context, file, LocalFiles.Job(file).Spec);
                }

                continue;
            }

            exit = ExitCode.BadInput;
            ProblemWriter.Write(context.Error, report.Problems);
        }

        return exit;
    }

    // What the files say may be right, and still more than the cluster's driver can do.
    private static async Task<FileReport> WithDriverAsync(CliContext context, string file, CancellationToken cancellationToken)
    {
        await using var host = await OfflineHost.StartAsync(context, cancellationToken);
        return LocalFiles.ValidatorWith(host.Services.GetRequiredService<IJobService>().Refusals).Validate(file);
    }
}
