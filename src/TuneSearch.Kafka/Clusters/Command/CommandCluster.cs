using System.ComponentModel;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Clusters.Command;

/// <summary>The user's evaluator as a cluster. It applies and measures in one go, so applying here only remembers what to ask for.</summary>
/// <remarks>Started at the first question of a lease; after a crash, garbage or silence it is ended and started anew at the next.</remarks>
internal sealed class CommandCluster(CommandClusterSpec spec, string? jobFolder, TimeProvider time) : ICluster
{
    private EvaluatorProcess? _evaluator;
    private Configuration? _applied;

    public Task<ApplyResult> ApplyAsync(Configuration configuration, CancellationToken cancellationToken)
    {
        var changes = configuration.Values.Count(pair => _applied is null || !_applied.TryGet(pair.Key, out var before) || before != pair.Value);
        _applied = configuration;
        return Task.FromResult(new ApplyResult(0, changes));
    }

    public async Task<TrialOutcome> RunAsync(EpisodeRun run, CancellationToken cancellationToken)
    {
        EvaluatorAnswer answer;
        try
        {
            answer = await AskAsync(run, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The question stays unanswered in the pipe; only a fresh evaluator is sure to answer the next one.
            await StopAsync();
            throw;
        }

        if (!answer.InStep)
        {
            await StopAsync();
        }

        return answer.Outcome;
    }

    public Task RestoreAsync(CancellationToken cancellationToken)
    {
        _applied = null;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task<EvaluatorAnswer> AskAsync(EpisodeRun run, CancellationToken cancellationToken)
    {
        try
        {
            _evaluator ??= EvaluatorProcess.Start(spec, jobFolder, time);
        }
        catch (Win32Exception failed)
        {
            return OutOfStep($"The evaluator '{spec.Command[0]}' could not be started: {failed.Message}.");
        }

        try
        {
            var line = await _evaluator.AskAsync(EvaluatorProtocol.Question(run), spec.Timeout, cancellationToken);
            return line is null ? await EndedAsync(_evaluator) : EvaluatorProtocol.Read(line);
        }
        catch (TimeoutException late)
        {
            return OutOfStep($"The evaluator gave {late.Message}; raise cluster.timeout if it needs longer.");
        }
        catch (InvalidDataException endless)
        {
            return OutOfStep($"The evaluator's answer is {endless.Message}.");
        }
        catch (IOException)
        {
            return await EndedAsync(_evaluator);
        }
    }

    private static async Task<EvaluatorAnswer> EndedAsync(EvaluatorProcess evaluator)
    {
        var how = await evaluator.ExitCodeAsync() is { } code ? $"ended with exit code {code}" : "closed its output";
        var complaint = evaluator.Complaint;
        return OutOfStep($"The evaluator {how} instead of answering{(complaint.Length > 0 ? $"; it last said: {complaint}" : ".")}");
    }

    private static EvaluatorAnswer OutOfStep(string reason) => new(new Faulted(reason), InStep: false);

    private async Task StopAsync()
    {
        if (_evaluator is { } evaluator)
        {
            _evaluator = null;
            await evaluator.DisposeAsync();
        }
    }
}
