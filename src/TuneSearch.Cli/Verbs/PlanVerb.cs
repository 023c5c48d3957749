using System.CommandLine;
using System.Globalization;
using TuneSearch.Cli.Client;
using TuneSearch.Cli.Runs;
using TuneSearch.Files.Jobs;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Cli.Verbs;

/// <summary>What applying a configuration changes on the cluster: a trial's of a daemon's job, or one that is written here, of a job file.</summary>
internal static class PlanVerb
{
    public static Command Create(CliContext context)
    {
        var server = new ServerOptions();
        var id = new Argument<string>("JOB") { Description = "The job's id, as 'tunesearch jobs' lists it; or a job file, with --set" };
        var trial = new Option<int?>("--trial") { Description = "The trial's number, as 'tunesearch trials' lists it", HelpName = "N" };
        var set = new Option<string[]>("--set") { Description = "With a job file: a setting instead of the baseline's; may be given again", HelpName = "NAME=VALUE", DefaultValueFactory = _ => [] };
        var verb = new Command("plan", "Show what applying a trial's configuration changes on the cluster against the trial before it; or, without a daemon, what changing a job file's baseline takes") { id, trial, set };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            var job = arguments.GetRequiredValue(id);
            if (arguments.GetValue(set) is { Length: > 0 } written)
            {
                context.Out.Write(OfFile(job, written));
                return ExitCode.Done;
            }

            if (arguments.GetValue(trial) is not { } number)
            {
                throw new CliException(ExitCode.BadInput, "plan", "neither a trial nor a setting is named", "Write --trial N for a daemon's job, or --set NAME=VALUE for a job file.");
            }

            using var daemon = server.Connect(arguments, context);
            context.Out.Write(await daemon.TextAsync(job, string.Create(CultureInfo.InvariantCulture, $"plan?trial={number}"), cancellationToken));
            return ExitCode.Done;
        });
        return verb;
    }

    private static string OfFile(string file, string[] written)
    {
        var job = LocalFiles.Job(file).Spec;
        var configuration = ConfigurationReader.Read("configuration", WrittenValues.OfArguments(written), job.Space, job.Baseline);
        return configuration.IsValid
            ? PlanPreview.Text(job, job.Baseline, configuration.Value)
            : throw new CliException(ExitCode.BadInput, configuration.Problems.Select(problem => problem with { Where = "plan" }));
    }
}
