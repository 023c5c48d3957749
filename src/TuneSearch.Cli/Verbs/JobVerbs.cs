using System.CommandLine;
using System.Globalization;
using TuneSearch.Cli.Client;
using TuneSearch.Cli.Output;
using TuneSearch.Cli.Progress;

namespace TuneSearch.Cli.Verbs;

/// <summary>Verbs that look at jobs of a daemon or steer them.</summary>
internal static class JobVerbs
{
    public static Command Jobs(CliContext context)
    {
        var server = new ServerOptions();
        var json = new Option<bool>("--json") { Description = "As JSON" };
        var verb = new Command("jobs", "List the jobs, newest first") { json };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            var jobs = await daemon.ListAsync(cancellationToken);
            if (arguments.GetValue(json))
            {
                context.Out.WriteLine(TrialWriter.Json(jobs));
            }
            else if (jobs.Length == 0)
            {
                context.Out.WriteLine("No jobs yet. Submit one with: tunesearch submit JOB.yaml --watch");
            }
            else
            {
                Tables.Write(
                    context.Out,
                    context.Width,
                    ["id", "status", "phase", "trials", "best", "gain", "submitted"],
                    jobs.Select(job => (IReadOnlyList<string>)
                    [
                        job.Id, job.Status.ToString().ToLowerInvariant(), job.Phase, $"{job.TrialsDone}/{job.TrialsPlanned}", Figures.Number(job.BestObjective),
                        GainText.Of(job) ?? "-", job.SubmittedAt.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    ]),
                    3, 4, 5);
            }

            return ExitCode.Done;
        });
        return verb;
    }

    public static Command Show(CliContext context)
    {
        var server = new ServerOptions();
        var id = Verb.JobId();
        var json = new Option<bool>("--json") { Description = "As JSON" };
        var verb = new Command("show", "Show one job: how it stands, its best configuration, its answer") { id, json };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            var job = await daemon.ShowAsync(arguments.GetRequiredValue(id), cancellationToken);
            if (arguments.GetValue(json))
            {
                context.Out.WriteLine(TrialWriter.Json(job));
            }
            else
            {
                JobPage.Write(context.Out, context.Width, job);
            }

            return ExitCode.Done;
        });
        return verb;
    }

    public static Command Trials(CliContext context)
    {
        var server = new ServerOptions();
        var id = Verb.JobId();
        var format = new Option<string>("--format", "-f") { Description = "table, json or csv", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        var telemetry = new Option<bool>("--telemetry") { Description = "In the table: what was seen of brokers and clients instead of configurations; JSON and CSV have both" };
        var output = Verb.OutputFile();
        var verb = new Command("trials", "List a job's trials") { id, format, telemetry, output };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            var job = arguments.GetRequiredValue(id);
            var text = arguments.GetValue(format) switch
            {
                "csv" => await daemon.TextAsync(job, "trials?format=csv", cancellationToken),
                "json" => TrialWriter.Json(await daemon.TrialsAsync(job, cancellationToken)) + "\n",
                _ => Table(context, await daemon.TrialsAsync(job, cancellationToken), arguments.GetValue(telemetry)),
            };
            Verb.Deliver(context, arguments.GetValue(output), text);
            return ExitCode.Done;
        });
        return verb;
    }

    public static Command Watch(CliContext context)
    {
        var server = new ServerOptions();
        var id = Verb.JobId();
        var verb = new Command("watch", "Follow a job until it ends; Ctrl-C leaves the job running") { id };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            return await JobWatch.FollowAsync(context, daemon, arguments.GetRequiredValue(id), cancellationToken);
        });
        return verb;
    }

    /// <summary>pause, resume or cancel.</summary>
    public static Command Change(CliContext context, string name, string description)
    {
        var server = new ServerOptions();
        var id = Verb.JobId();
        var verb = new Command(name, description) { id };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            var job = await daemon.ChangeAsync(arguments.GetRequiredValue(id), name, cancellationToken);
            context.Out.WriteLine($"{job.Job.Id}: {ProgressLine.Of(job)}");
            return ExitCode.Done;
        });
        return verb;
    }

    private static string Table(CliContext context, Daemon.Api.Contracts.TrialRow[] trials, bool telemetry)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        if (telemetry)
        {
            TrialWriter.Telemetry(text, context.Width, trials);
        }
        else
        {
            TrialWriter.Table(text, context.Width, trials);
        }

        return text.ToString();
    }
}
