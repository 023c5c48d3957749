using System.CommandLine;
using TuneSearch.Cli.Client;
using TuneSearch.Cli.Output;
using TuneSearch.Cli.Progress;
using TuneSearch.Cli.Runs;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Verbs;

internal static class SubmitVerb
{
    public static Command Create(CliContext context)
    {
        var server = new ServerOptions();
        var file = Verb.JobFile();
        var watch = new Option<bool>("--watch", "-w") { Description = "Follow the job until it ends; Ctrl-C leaves it running" };
        var verb = new Command("submit", "Check a job and every file it names, and have a daemon run it") { file, watch };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            // What is wrong with the files is said from here, with the paths as the caller wrote them.
            var path = arguments.GetRequiredValue(file);
            var (bundle, spec) = LocalFiles.Job(path);
            BudgetNote.Write(context, path, spec);
            using var daemon = server.Connect(arguments, context);
            var job = await daemon.SubmitAsync(new SubmitRequest { Entry = bundle.Entry, Files = bundle.Files, Folder = bundle.Folder }, cancellationToken);
            context.Out.WriteLine($"Submitted {job.Job.Id}.");
            if (arguments.GetValue(watch))
            {
                return await JobWatch.FollowAsync(context, daemon, job.Job.Id, cancellationToken);
            }

            context.Out.WriteLine($"Follow it with: tunesearch watch {job.Job.Id}");
            return ExitCode.Done;
        });
        return verb;
    }
}
