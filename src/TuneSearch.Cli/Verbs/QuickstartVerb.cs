using System.CommandLine;
using TuneSearch.Cli.Client;
using TuneSearch.Cli.Output;
using TuneSearch.Cli.Progress;
using TuneSearch.Cli.Runs;
using TuneSearch.Core.Jobs;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Hosting;

namespace TuneSearch.Cli.Verbs;

/// <summary>The whole way once, on this machine alone: daemon, job, answer in a file, what to try next.</summary>
internal static class QuickstartVerb
{
    private const string Job = "search-spaces/jobs/quickstart.yaml";

    public static Command Create(CliContext context)
    {
        var output = new Option<string>("--output", "-o") { Description = "Where to write the configuration", HelpName = "FILE", DefaultValueFactory = _ => "best.properties" };
        var verb = new Command("quickstart", "Start a daemon on loopback, tune a Kafka client for under two minutes, write best.properties") { output };
        verb.SetAction((arguments, cancellationToken) => RunAsync(context, arguments.GetValue(output)!, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(CliContext context, string output, CancellationToken cancellationToken)
    {
        AtomicFile.Require(output);
        var job = Path.Combine(context.Environment("TUNESEARCH_HOME") ?? ".", Job);
        var bundle = LocalFiles.Job(job).Bundle;
        var folder = Directory.CreateTempSubdirectory("tunesearch-quickstart-").FullName;
        try
        {
            await using var server = await LocalServer.StartAsync(Host(folder), cancellationToken);
            using var daemon = new DaemonClient(context.Connect(new Uri(server.Address + "/")), null);
            context.Out.WriteLine($"The daemon listens on {server.Address} while this runs. Submitting {Job}.");
            var submitted = await daemon.SubmitAsync(new SubmitRequest { Entry = bundle.Entry, Files = bundle.Files, Folder = bundle.Folder }, cancellationToken);
            var ended = await JobWatch.FollowToEndAsync(context, daemon, submitted.Job.Id, cancellationToken);
            return ended is null ? ExitCode.Interrupted : await FinishAsync(context, daemon, ended, output, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A port of its own, so that it gets along with a daemon that runs already; only what went wrong is logged.
    private static HostRequest Host(string folder) => new()
    {
        Listen = "http://127.0.0.1:0",
        DataDirectory = folder,
        Settings = new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Warning" },
    };

    private static async Task<int> FinishAsync(CliContext context, DaemonClient daemon, JobDetail job, string output, CancellationToken cancellationToken)
    {
        context.Out.WriteLine();
        AnswerSummary.Write(context.Out, context.Width, job);
        if (job.Job.Status != JobStatus.Done)
        {
            return ExitCode.Failed;
        }

        // Written also where nothing is to change: a file of an earlier run must not pass for this one's answer.
        AtomicFile.Write(output, await daemon.TextAsync(job.Job.Id, "best?format=properties", cancellationToken));
        var hasChanges = job.Answer is { Changes.IsEmpty: false };
        context.Out.WriteLine();
        context.Out.WriteLine($"Wrote {Path.GetFullPath(output)}{(hasChanges ? string.Empty : ", comments only: there is nothing to change")}");
        context.Out.WriteLine();
        context.Out.WriteLine(NextSteps.After(hasChanges, output));
        return ExitCode.Done;
    }
}
