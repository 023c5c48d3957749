using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Finalists;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Jobs.Guards;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>The minimal diff: takes lines of the candidate back as long as it stays as good as it was.</summary>
/// <remarks>
/// Two kinds of measurements alternate. Probes run mixtures of tuned and baseline lines and tell, with all that was measured before, which lines seem to
/// bring something. Tests then take the lines that seem to bring nothing back together and hold the rest against the full candidate. Only tests decide.
/// </remarks>
internal sealed class EliminationPhase : IPhase
{
    private const int Full = 0;
    private const int ProbesAtOnce = 4;

    /// <summary>So few lines are tested without having been probed.</summary>
    private const int FewLines = 2;
    private const int MostProbesALine = 4;

    /// <summary>Once a test is expected to take back this part of what could go at all, more probes would not pay.</summary>
    private const double GoodEnough = 0.8;

    /// <summary>Tests less likely to succeed are not worth their measurements.</summary>
    private const double LeastChance = 0.15;

    /// <summary>A kept line of which nothing is known to be brought with this certainty is said to be undecided.</summary>
    private const double Doubt = 0.05;
    private readonly JobSpec _spec;
    private readonly Finalist _candidate;
    private readonly EliminationPlan _plan;
    private readonly IDistributions _distributions;
    private readonly ImmutableArray<SettingChange> _lines;
    private readonly Comparison _tests;
    private readonly Comparison _probes;
    private readonly LineEvidence _evidence;
    private readonly GuardEvidence _guards;
    private readonly List<ImmutableHashSet<int>> _refused = [];
    private PooledVariance _noise;
    private GroupOutlook? _outlook;
    private ImmutableHashSet<int> _gone = [];
    private ImmutableHashSet<int> _underTest = [];
    private EliminationDecider? _decider;
    private SequentialLooks? _looks;
    private int _variant = -1;
    private int _left;

    /// <param name="measurements">What the phase may use.</param>
    public EliminationPhase(
        JobSpec spec, MixtureSampler episodes, Finalist candidate, EliminationPlan plan, KnownBefore known, int measurements, IDistributions distributions)
    {
        _spec = spec;
        _candidate = candidate;
        _plan = plan;
        _left = measurements;
        _noise = known.Noise;
        _distributions = distributions;
        _lines = ConfigurationDiff.Changes(spec.Space, spec.Baseline, candidate.Configuration);
        var lanes = Math.Max(1, spec.Cluster.Clusters);
        _tests = new Comparison(spec.Seed, "elimination", TrialPurpose.Elimination, [candidate.Configuration], index => episodes.Fresh("elimination", index), lanes);

        // On the finalists' episodes: so the baseline and the candidate, which were measured there, stand beside every probe and cost nothing.
        _probes = new Comparison(spec.Seed, "screening", TrialPurpose.Elimination, [], index => known.Finalists.Blocks[index % known.Finalists.Blocks.Count].Episode, lanes);
        _guards = new GuardEvidence(_lines, candidate, known, spec.Baseline, spec.Objective.Gate.MaxRegression);
        _evidence = new LineEvidence(
            new LineColumns(spec.Space, spec.Baseline, _lines),
            known.History,
            [known.Finalists, _probes, _tests],
            new ObjectiveLevel(spec.Objective, [.. known.History.Select(visit => visit.Objective)]),
            candidate.Gain.Mean.Mean);
        GoOn();
    }

    public string Name => "elimination";

    public bool IsOver => _tests.IsIdle && _probes.IsIdle;

    /// <summary>The candidate without the lines that may go.</summary>
    public Configuration Reduced => Without(_gone);

    /// <summary>Lines that stay although they may bring nothing: the budget ended before they were decided.</summary>
    public int Undecided => _outlook is { } outlook ? Enumerable.Range(0, _lines.Length).Count(line => !_gone.Contains(line) && outlook.ChanceOfNothing(line) > Doubt) : _lines.Length;

    public double Margin => _plan.Margin;

    public TrialDraft? Propose(int lane, int affordable) => Running.Propose(lane);

    public void Started(TrialPlan plan) => Running.Started(plan);

    private Comparison Running => _probes.IsIdle ? _tests : _probes;

    public void Ended(TrialRecord trial)
    {
        Running.Ended(trial);
        _left--;
        if (_tests.Unfit.ContainsKey(Full))
        {
            // The gate will say so; nothing can be held against a configuration that cannot run.
            _tests.DropWaiting();
        }
        else if (IsOver)
        {
            Conclude();
        }
    }

    private void Conclude()
    {
        if (_decider is null)
        {
            GoOn();
            return;
        }

        var result = PairedComparer.Objective(_spec.Objective, _tests, Full, _variant).Mean;
        var noise = EliminationNoise.With(_noise, result);
        var loss = Loss(GuardLoss.WhereLookedAtOften);
        var verdict = loss > 0 ? false : _decider.Decide(result.Count, result.Mean, noise);
        if (verdict == true)
        {
            loss = Loss(GuardLoss.BeforeItGoes);
            verdict = loss <= 0;
        }

        if (verdict is null && _left >= 2)
        {
            AskForPairs(result.Count);
            return;
        }

        _noise = noise;
        _decider = null;
        _guards.Tested(_tests.Arms[_variant], loss);
        if (verdict == true)
        {
            _gone = _underTest;
        }
        else
        {
            _refused.Add(_underTest);
        }

        GoOn();

        double Loss(double standardErrors) =>
            _tests.Unfit.ContainsKey(_variant) || result.Count == 0 ? double.PositiveInfinity : _guards.Loss(_tests, Full, _variant, standardErrors);
    }

    private void GoOn()
    {
        if (_left < 2 * EliminationPlan.LeastPairs)
        {
            return;
        }

        // A line that was only active because of others went with them.
        _gone = _gone.Union(Enumerable.Range(0, _lines.Length).Where(line => Without(_gone.Add(line)).Equals(Reduced)));
        ImmutableArray<int> open = [.. Enumerable.Range(0, _lines.Length).Where(line => !_gone.Contains(line) && !_refused.Any(r => r.IsSubsetOf(_gone.Add(line))))];
        if (open.IsEmpty)
        {
            return;
        }

        _outlook = new GroupOutlook(_evidence.Believe(_noise, Seed("line-belief")), _guards.Believe(_probes, Seed("guard-belief")), _plan, _noise, _distributions);
        if (MoreToLearn(_outlook, open) && AskForProbes(_outlook.Objective, open))
        {
            return;
        }

        var choice = GroupChoice.Best(_outlook.Costs, _gone, _refused, _outlook.Chance, IsLawful);
        if (choice is not null && choice.Chance >= LeastChance)
        {
            _underTest = _gone.Union(choice.Lines);
            _variant = _tests.Add(Without(_underTest));

            // Where nothing could follow, the test may have all that is left.
            var pairs = _left / 2 < 2 * _plan.PairsPerTest ? _left / 2 : _plan.PairsPerTest;
            _looks = new SequentialLooks(pairs, EliminationPlan.LeastPairs);
            _decider = new EliminationDecider(_plan.Margin, _looks, _distributions);
            AskForPairs(0);
        }
    }

    /// <summary>Whether probes could tell of lines what no test would have to find out: what the objective gains by them. Harm is found by tests, which cost hardly more.</summary>
    private bool MoreToLearn(GroupOutlook outlook, ImmutableArray<int> open)
    {
        if (open.Length <= FewLines || _left < ProbesAtOnce + (2 * _plan.PairsPerTest) || _probes.Arms.Count >= MostProbesALine * _lines.Length)
        {
            return false;
        }

        var choice = GroupChoice.Best(outlook.Objective.Means, _gone, _refused, outlook.ChanceOfObjective, IsLawful);
        return choice is null || choice.Worth < GoodEnough * outlook.BestChance * outlook.Objective.Removable(open, _plan.Margin);
    }

    private ulong Seed(string purpose) => CounterRandom.DeriveSeed(_spec.Seed, purpose, (ulong)_left);

    private bool IsLawful(IReadOnlyCollection<int> gone) =>
        Without(gone) is var variant && _spec.Space.FirstBroken(variant) is null && !variant.Equals(_spec.Baseline);

    private bool AskForProbes(LineBelief belief, ImmutableArray<int> open)
    {
        var random = CounterRandom.For(_spec.Seed, "probes", (ulong)_left);
        var on = ProbeDesign.Choose(belief, open, Math.Sqrt(_noise.Variance), ProbesAtOnce, IsLawfulProbe, ref random);
        if (on.IsEmpty)
        {
            return false;
        }

        _probes.Ask([.. on.Select(lines => _probes.Add(Probe(lines)))]);
        return true;

        Configuration Probe(IReadOnlyCollection<int> lines) => Without(_gone.Union(open.Except(lines)));
        bool IsLawfulProbe(IReadOnlyCollection<int> lines) => _spec.Space.FirstBroken(Probe(lines)) is null;
    }

    /// <summary>One pair after the other, so that a test ends as soon as it is lost; on several clusters as many as the next look needs.</summary>
    private void AskForPairs(int measured)
    {
        var more = _spec.Cluster.Clusters > 1 ? _looks!.NextAfter(measured) - measured : 1;
        for (var i = 0; i < Math.Min(more, _left / 2); i++)
        {
            _tests.Ask([Full, _variant]);
        }
    }

    private Configuration Without(IReadOnlyCollection<int> gone) => gone.Count == 0
        ? _candidate.Configuration
        : ConfigurationDiff.Revert(_spec.Space, _spec.Baseline, _candidate.Configuration, gone.Select(line => _lines[line].Parameter).ToHashSet(StringComparer.Ordinal));
}
