using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Planning;

namespace TuneSearch.Kafka.Planning;

/// <summary>
/// Carries plans out: validate, write the undo ahead, apply step by step, read back, compare, health gate; anything that fails is
/// rolled back to what ran before.
/// </summary>
internal sealed class PlanExecutor(
    IClusterControl control, UndoJournal journal, ClusterShape shape, IReadOnlyCollection<SettingRule> rules, ExecutorOptions options, TimeProvider clock)
{
    /// <summary>Starting dead brokers, then putting back what shows on them, then seeing that nothing is left.</summary>
    private const int MostRounds = 3;

    /// <summary>When brokers were last told of a dynamic change; null before the first.</summary>
    private long? _altered;

    /// <summary>Makes the wanted settings count, or leaves what ran before.</summary>
    public async Task<ApplyResult> ApplyAsync(IReadOnlyCollection<WantedSetting> wanted, CancellationToken cancellationToken)
    {
        ChangePlan plan;
        ClusterState running;
        try
        {
            await PassHealthGateAsync(cancellationToken);
            running = await control.ReadAsync(cancellationToken);
            plan = ChangePlanner.Plan(running, running.With(journal.Entries), shape, wanted);
            if (plan.IsEmpty)
            {
                return new ApplyResult(0, 0);
            }

            await ValidateFirstRoundAsync(plan, cancellationToken);
        }
        catch (Exception error) when (Outcome(error) is { } outcome)
        {
            return new ApplyResult(0, 0, outcome);
        }

        journal.Record(plan.Undo);
        try
        {
            await TakeAsync(plan, running, cancellationToken);
            return new ApplyResult(plan.Restarts, plan.Undo.Length);
        }
        catch (Exception error) when (error is OperationCanceledException || Outcome(error) is not null)
        {
            var failed = await RollBackAsync(plan);
            cancellationToken.ThrowIfCancellationRequested();
            return new ApplyResult(plan.Restarts, plan.Undo.Length, failed is null
                ? Outcome(error) ?? new Faulted(error.Message)
                : new Faulted($"{error.Message} Going back to the last good configuration failed as well: {failed}"));
        }
    }

    /// <summary>Puts back everything that was ever changed, deleting what was not there. Also what a killed process left changed.</summary>
    /// <exception cref="ClusterFaultException">The cluster cannot be reached or will not go back; the journal keeps what is still to be done.</exception>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        if (journal.Entries.IsEmpty)
        {
            return;
        }

        await RevertAsync(journal.Entries, cancellationToken);
        journal.Clear();
    }

    private static TrialOutcome? Outcome(Exception error) => error switch
    {
        SettingRefusedException or BrokerDiedException or PlanRefusedException => new Infeasible(error.Message),
        ClusterFaultException => new Faulted(error.Message),
        _ => null,
    };

    /// <summary>Later rounds are refused by the ladder law until the earlier ones count, so each is validated in its turn.</summary>
    private Task ValidateFirstRoundAsync(ChangePlan plan, CancellationToken cancellationToken) =>
        plan.Steps.OfType<AlterStep>().FirstOrDefault() is { } first ? control.ValidateAsync(first.Edits, cancellationToken) : Task.CompletedTask;

    private async Task TakeAsync(ChangePlan plan, ClusterState running, CancellationToken cancellationToken)
    {
        var expected = running;
        foreach (var step in plan.Steps)
        {
            expected = expected.With(step.Edits);
            await TakeAsync(step, cancellationToken);
            await ReadBackAsync(expected, step, cancellationToken);
        }

        await PassHealthGateAsync(cancellationToken);
    }

    private async Task TakeAsync(PlanStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case AlterStep:
                await control.ValidateAsync(step.Edits, cancellationToken);
                await control.AlterAsync(step.Edits, cancellationToken);
                _altered = clock.GetTimestamp();
                break;
            case RestartStep restart:
                await SettleAsync(cancellationToken);
                await control.RestartAsync(restart.Broker, step.Edits, cancellationToken);
                break;
            case KernelStep:
                await control.WriteKernelAsync(step.Edits, cancellationToken);
                break;
            default:
                await control.CallHookAsync(step.Edits, cancellationToken);
                break;
        }
    }

    /// <summary>Lets the last dynamic change settle before a broker is stopped.</summary>
    /// <remarks>
    /// Request handlers that a smaller num.io.threads dismissed look up after 300 ms at the latest. Until then they take the words that end the handlers which stay
    /// (KafkaRequestHandler.scala), and a broker that is stopped meanwhile waits for those for ever.
    /// </remarks>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (_altered is { } altered && options.SettleTime - clock.GetElapsedTime(altered) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, cancellationToken);
        }
    }

    private async Task ReadBackAsync(ClusterState expected, PlanStep step, CancellationToken cancellationToken)
    {
        var difference = await WaitForNullAsync(
            async token =>
            {
                var seen = await control.ReadAsync(token);
                return step.Edits.FirstOrDefault(e => !SettingText.Same(seen[e.Id], expected[e.Id])) is { } edit
                    ? $"{edit.Id} is {seen[edit.Id] ?? "not set"} instead of {expected[edit.Id] ?? "not set"}"
                    : null;
            },
            options.ReadBackTimeout,
            cancellationToken);
        if (difference is not null)
        {
            throw new ClusterFaultException($"Reading back after {options.ReadBackTimeout.TotalSeconds:0} s: {difference}; look whether something else writes to this cluster.");
        }
    }

    private async Task PassHealthGateAsync(CancellationToken cancellationToken)
    {
        if (await WaitForNullAsync(control.FindIllnessAsync, options.HealthTimeout, cancellationToken) is { } illness)
        {
            throw new ClusterFaultException($"Not healthy after {options.HealthTimeout.TotalSeconds:0} s: {illness}.");
        }
    }

    /// <summary>Asks until the answer is null or the time is up; returns the last answer.</summary>
    private async Task<string?> WaitForNullAsync(Func<CancellationToken, Task<string?>> ask, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            var answer = await ask(cancellationToken);
            if (answer is null || clock.GetElapsedTime(start) >= timeout)
            {
                return answer;
            }

            await Task.Delay(options.PollInterval, clock, cancellationToken);
        }
    }

    /// <summary>What is written on a dead broker shows only when it was started again: then there is more to put back.</summary>
    /// <remarks>
    /// What broke off may have broken off right after a change. A broker that still tells of the state before it would look as if nothing were left to put back, or take
    /// a step that is legal from what it tells but not from what it runs.
    /// </remarks>
    private async Task RevertAsync(ImmutableArray<SettingEdit> undo, CancellationToken cancellationToken)
    {
        await Task.Delay(options.SettleTime, clock, cancellationToken);
        for (var round = 0; round < MostRounds; round++)
        {
            if (!await RevertOnceAsync(undo, cancellationToken) && round > 0)
            {
                return;
            }
        }
    }

    /// <summary>Whether there was anything to put back.</summary>
    /// <remarks>
    /// Where brokers tell of an older state for longer than they should, they refuse what is planned from that: it is read and planned again.
    /// </remarks>
    /// <exception cref="ClusterFaultException">They go on refusing.</exception>
    private async Task<bool> RevertOnceAsync(ImmutableArray<SettingEdit> undo, CancellationToken cancellationToken)
    {
        for (var start = clock.GetTimestamp(); ;)
        {
            var running = await control.ReadAsync(cancellationToken);
            var plan = ChangePlanner.Revert(running, undo, shape, rules);
            try
            {
                await TakeAsync(plan, running, cancellationToken);
                return !plan.IsEmpty;
            }
            catch (SettingRefusedException refusal) when (clock.GetElapsedTime(start) >= options.ReadBackTimeout)
            {
                // Each step back is legal from what the broker tells: what it runs must be something else.
                throw new ClusterFaultException($"A broker does not go back to what was found; if it runs something else than it tells, restart it. Its words: {refusal.Message}", refusal);
            }
            catch (SettingRefusedException)
            {
                await Task.Delay(options.PollInterval, clock, cancellationToken);
            }
        }
    }

    /// <summary>Goes back to what ran before the plan. Returns why that failed, or null. The caller's giving up does not stop it.</summary>
    private async Task<string?> RollBackAsync(ChangePlan plan)
    {
        using var timeout = new CancellationTokenSource(options.RollbackTimeout, clock);
        try
        {
            await RevertAsync(plan.Undo, timeout.Token);
            return null;
        }
        catch (Exception error) when (error is OperationCanceledException || Outcome(error) is not null)
        {
            return error.Message;
        }
    }
}
