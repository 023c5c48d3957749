using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TuneSearch.Cli.Output;
using TuneSearch.Cli.Progress;
using TuneSearch.Cli.Runs;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Answers;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Cli.Verbs;

/// <summary>Runs a job from start to end in this process; nothing of it is kept but the files that were asked for.</summary>
internal static class RunVerb
{
    public static Command Create(CliContext context)
    {
        var file = Verb.JobFile();
        var seed = new Option<ulong?>("--seed") { Description = "Instead of the job's seed", HelpName = "N" };
        var trials = new Option<int?>("--trials") { Description = "Instead of the job's budget.trials, 1 to 1000000", HelpName = "N" };
        var trace = new Option<string?>("--trace") { Description = "Write a JSON line for each trial, and one whenever the answer would change", HelpName = "FILE" };
        var output = new Option<string?>("--output", "-o") { Description = "Write the answer to this file: JSON where it ends in .json, else properties", HelpName = "FILE" };
        var relevance = new Option<string?>("--relevance") { Description = "Write what was learned of which parameters matter to this file; a later job names it under relevance:", HelpName = "FILE" };
        var evidence = new Option<string?>("--evidence") { Description = "Write the files that were kept with trials below this folder: profiles, heap dumps, what brokers said before they died", HelpName = "DIR" };
        var verb = new Command("run", $"Run a job without a daemon. {ExitCode.Explanation}") { file, seed, trials, trace, output, relevance, evidence };
        verb.SetAction((arguments, cancellationToken) =>
        {
            if (arguments.GetValue(trials) is < 1 or > 1_000_000)
            {
                throw new CliException(ExitCode.BadInput, "--trials", $"{arguments.GetValue(trials)} lies outside 1 to 1000000", "Write a number of trials in between.");
            }

            var path = arguments.GetRequiredValue(file);
            var (written, spec) = LocalFiles.Job(path);
            var bundle = written with { Seed = arguments.GetValue(seed), Trials = arguments.GetValue(trials) };
            BudgetNote.Write(context, path, spec with { Budget = spec.Budget with { Trials = bundle.Trials ?? spec.Budget.Trials } });
            return RunAsync(context, bundle, arguments.GetValue(trace), arguments.GetValue(output), arguments.GetValue(relevance), arguments.GetValue(evidence), cancellationToken);
        });
        return verb;
    }

    private static async Task<int> RunAsync(CliContext context, JobBundle bundle, string? trace, string? output, string? relevance, string? evidence, CancellationToken cancellationToken)
    {
        foreach (var wanted in new[] { output, relevance })
        {
            if (wanted is not null)
            {
                AtomicFile.Require(wanted);
            }
        }

        using var lines = trace is null ? null : new TraceWriter(trace);
        await using var host = await OfflineHost.StartAsync(context, cancellationToken);
        var job = await FollowAsync(context, host.Services.GetRequiredService<IJobService>(), bundle, lines, cancellationToken);
        AnswerSummary.Write(context.Out, context.Width, job.ToDetail());
        await KeepAsync(context, host.Services.GetRequiredService<IJobStore>(), job.Id, evidence);
        if (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }

        if (job.View.Status != JobStatus.Done)
        {
            return ExitCode.Failed;
        }

        if (output is not null)
        {
            var name = Path.GetExtension(output).Equals(".json", StringComparison.OrdinalIgnoreCase) ? "json" : "properties";
            host.Services.GetRequiredService<AnswerFormats>().TryGet(name, out var format);
            AtomicFile.Write(output, format!.Write(job.Spec, AnswerRules.Require(job, allowUnverified: true)));
            context.Out.WriteLine($"Wrote {output}.");
        }

        if (relevance is not null)
        {
            AtomicFile.Write(relevance, RelevanceText.Require(job));
            context.Out.WriteLine($"Wrote {relevance}.");
        }

        return ExitCode.Done;
    }

    /// <summary>The run's store ends with it: what is to be kept leaves it now.</summary>
    private static async Task KeepAsync(CliContext context, IJobStore store, string job, string? folder)
    {
        var files = await store.ListEvidenceAsync(job, CancellationToken.None);
        if (files.IsEmpty)
        {
            return;
        }

        if (folder is null)
        {
            context.Out.WriteLine($"note: {files.Length} files of evidence were kept with trials; --evidence DIR writes them.");
            return;
        }

        foreach (var file in files)
        {
            EvidenceFolder.Write(folder, file, (await store.GetEvidenceAsync(job, file.Trial, file.Name, CancellationToken.None))!.Value.Span);
        }

        context.Out.WriteLine($"Wrote {files.Length} files of evidence below {folder}.");
    }

    private static async Task<JobReading> FollowAsync(CliContext context, IJobService jobs, JobBundle bundle, TraceWriter? lines, CancellationToken cancellationToken)
    {
        var progress = new ProgressPrinter(context.Error, context.IsErrorTerminal, context.Width);
        var job = await jobs.SubmitAsync(bundle, cancellationToken);

        // Ctrl-C cancels the job and waits for its end, so that the cluster is left as it was found.
        await using var interruption = cancellationToken.Register(() => _ = jobs.CancelAsync(job.Id, CancellationToken.None));
        await foreach (var reading in jobs.WatchAsync(job.Id, CancellationToken.None))
        {
            job = reading;
            lines?.Write(job);
            progress.Show(job.ToDetail());
        }

        progress.End();
        return job;
    }
}
