using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Comparisons;

/// <summary>Measures several configurations («arms») on the same episodes: each block is one fresh episode on which all of them run in a seeded order,
/// and every second block runs in the reverse of the one before (ABBA with two arms), so that linear drift takes no side.</summary>
/// <remarks>Blocks are asked for and trials are ended in the order of the job's events, so that a replay builds the same schedule.</remarks>
internal sealed class Comparison(ulong seed, string name, TrialPurpose purpose, IEnumerable<Configuration> arms, Func<int, Episode> episodes, int lanes)
{
    private readonly List<Configuration> _arms = [.. arms];
    private readonly List<ComparisonBlock> _blocks = [];
    private readonly List<(ComparisonBlock Block, int Arm)> _waiting = [];
    private readonly Dictionary<int, (ComparisonBlock Block, int Arm)> _inFlight = [];
    private readonly SortedDictionary<int, string> _unfit = [];

    public IReadOnlyList<Configuration> Arms => _arms;

    /// <summary>Arms that could not run, with the reason.</summary>
    public IReadOnlyDictionary<int, string> Unfit => _unfit;

    public bool IsIdle => _waiting.Count == 0 && _inFlight.Count == 0;

    /// <summary>Blocks asked for so far.</summary>
    public int Asked => _blocks.Count;

    public IReadOnlyList<ComparisonBlock> Blocks => _blocks;

    /// <summary>Blocks in which both arms were measured.</summary>
    public IReadOnlyList<ComparisonBlock> With(int first, int second) => [.. _blocks.Where(b => b.Has(first) && b.Has(second))];

    /// <summary>Every measurement of an arm.</summary>
    public ImmutableArray<Measurement> Of(int arm) => [.. _blocks.Where(b => b.Has(arm)).Select(b => b[arm]!)];

    /// <summary>Adds a configuration and returns its arm.</summary>
    public int Add(Configuration configuration)
    {
        _arms.Add(configuration);
        return _arms.Count - 1;
    }

    /// <summary>Plans one more block of the arms given.</summary>
    public void Ask(IReadOnlyCollection<int> of)
    {
        var index = _blocks.Count;

        // Each arm draws its own place, so that both blocks of a pair agree on the order of those arms that run in both.
        var order = of.Where(arm => !_unfit.ContainsKey(arm)).OrderBy(arm => CounterRandom.DeriveSeed(seed, $"order/{name}/{index / 2}", (ulong)arm)).ToArray();
        if (index % 2 == 1)
        {
            Array.Reverse(order);
        }

        // Both halves of an ABBA run on one cluster.
        var block = new ComparisonBlock(index, index / 2 % lanes, episodes(index), order);
        _blocks.Add(block);
        _waiting.AddRange(order.Select(arm => (block, arm)));
    }

    /// <summary>Forgets what was planned and not started.</summary>
    public void DropWaiting() => _waiting.Clear();

    public TrialDraft? Propose(int lane)
    {
        var next = _waiting.FindIndex(slot => slot.Block.Lane == lane);
        return next < 0 ? null : new TrialDraft(purpose, _arms[_waiting[next].Arm], [_waiting[next].Block.Episode]) { Move = name };
    }

    public void Started(TrialPlan plan)
    {
        var next = _waiting.FindIndex(slot => slot.Block.Lane == plan.Lane);
        _inFlight[plan.Number] = _waiting[next];
        _waiting.RemoveAt(next);
    }

    public void Ended(TrialRecord trial)
    {
        if (!_inFlight.Remove(trial.Plan.Number, out var slot))
        {
            return;
        }

        if (trial.Outcome is Infeasible infeasible)
        {
            _unfit[slot.Arm] = infeasible.Reason;
            _waiting.RemoveAll(other => other.Arm == slot.Arm);
        }
        else if (TrialLedger.MeasurementsOf(trial.Outcome) is [var measurement, ..])
        {
            slot.Block.Add(slot.Arm, measurement, trial.Plan.Number);
        }
    }
}
