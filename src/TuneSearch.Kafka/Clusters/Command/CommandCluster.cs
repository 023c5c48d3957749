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
        TrialOutcome outcome;
        try
        {
            _evaluator ??= EvaluatorProcess.Start(spec, jobFolder, time);
            var line = await _evaluator.AskAsync(EvaluatorProtocol.Question(run), spec.Timeout, cancellationToken);
            outcome = line is null ? await EndedAsync(_evaluator) : EvaluatorProtocol.Read(line);
        }
        catch (TimeoutException late)
        {
            outcome = new Faulted($"The evaluator gave {late.Message}; raise cluster.timeout if it needs longer.");
        }
        catch (IOException) when (_evaluator is not null)
        {
            outcome = await EndedAsync(_evaluator);
        }
        catch (Win32Exception failed)
        {
            outcome = new Faulted($"The evaluator '{spec.Command[0]}' could not be started: {failed.Message}.");
        }
        catch (OperationCanceledException)
        {
            // The question stays unanswered in the pipe; only a fresh evaluator is sure to answer the next one.
            await StopAsync();
            throw;
        }

        if (outcome is Faulted && !IsOwnReport(outcome))
        {
            await StopAsync();
        }

        return outcome;
    }

    public Task RestoreAsync(CancellationToken cancellationToken)
    {
        _applied = null;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>An evaluator that reports an error in words is alive and in step.</summary>
    private static bool IsOwnReport(TrialOutcome outcome) =>
        outcome is Faulted { Reason: var reason } && reason.StartsWith("The evaluator reports:", StringComparison.Ordinal);

    private static async Task<Faulted> EndedAsync(EvaluatorProcess evaluator)
    {
        var how = await evaluator.ExitCodeAsync() is { } code ? $"ended with exit code {code}" : "closed its output";
        var complaint = evaluator.Complaint;
        return new Faulted($"The evaluator {how} instead of answering{(complaint.Length > 0 ? $"; it last said: {complaint}" : ".")}");
    }

    private async Task StopAsync()
    {
        if (_evaluator is { } evaluator)
        {
            _evaluator = null;
            await evaluator.DisposeAsync();
        }
    }
}
