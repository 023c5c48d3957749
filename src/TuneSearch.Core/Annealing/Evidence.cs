using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Annealing;

/// <summary>What was started and told, in order: configurations, what was seen of each, what is still under measurement.</summary>
internal sealed class Evidence(SpaceEncoding space)
{
    private readonly Dictionary<double[], int> _identities = new(GenesComparer.Instance);
    private readonly List<(Configuration Configuration, double[] Genes)> _configurations = [];
    private readonly List<List<Observation>> _seen = [];
    private readonly SortedDictionary<int, (int Identity, Proposal Proposal)> _inFlight = [];

    /// <summary>How many trials were ever started.</summary>
    public int Started { get; private set; }

    /// <summary>Whether a configuration that was measured twice gave two different costs: there is noise, whoever denies it.</summary>
    public bool HasShownNoise { get; private set; }

    /// <summary>Whether a configuration that was measured twice gave the same cost to the last digit, and none gave another.</summary>
    public bool HasShownNone { get; private set; }

    public double[]? LastStarted { get; private set; }

    public int Configurations => _configurations.Count;

    public IEnumerable<int> InFlight => _inFlight.Values.Select(trial => trial.Identity);

    /// <summary>A number for each distinct configuration, in the order in which they were first started; -1 for one that never was.</summary>
    public int IdentityOf(double[] genes) => _identities.GetValueOrDefault(genes, -1);

    /// <summary>How many measurements of a configuration have ended.</summary>
    public int TimesSeen(int identity) => _seen[identity].Count;

    public double[] Genes(int identity) => _configurations[identity].Genes;

    public Configuration Configuration(int identity) => _configurations[identity].Configuration;

    /// <summary>Whether it ran and met every limit each time.</summary>
    public bool IsFeasible(int identity) => _seen[identity].Count > 0 && _seen[identity].TrueForAll(o => o.IsFeasible);

    /// <summary>The mean of what was seen of a configuration; null before anything was, infeasible where it once could not run.</summary>
    public Observation? MeanOf(int identity)
    {
        var seen = _seen[identity];
        return seen.Count == 0 ? null
            : seen.Exists(o => o.Cost is null) ? Observation.Infeasible
            : new Observation(seen.Average(o => o.Cost!.Value), seen.Average(o => o.Violation), seen.Sum(o => o.Episodes));
    }

    public void Start(int trial, Proposal proposal)
    {
        var genes = space.GenesOf(proposal.Configuration);
        if (!_identities.TryGetValue(genes, out var identity))
        {
            _identities[genes] = identity = _configurations.Count;
            _configurations.Add((proposal.Configuration, genes));
            _seen.Add([]);
        }

        _inFlight[trial] = (identity, proposal);
        LastStarted = genes;
        Started++;
    }

    /// <summary>The trial's configuration and proposal; null where no such trial is in flight.</summary>
    public (int Identity, Proposal Proposal)? End(int trial, Observation observation)
    {
        if (!_inFlight.Remove(trial, out var ended))
        {
            return null;
        }

        var seen = _seen[ended.Identity];
        foreach (var before in seen)
        {
            HasShownNoise |= before.Cost is not null && observation.Cost is not null && before.Cost != observation.Cost;
            HasShownNone |= before.Cost is not null && before.Cost == observation.Cost;
        }

        HasShownNone &= !HasShownNoise;
        seen.Add(observation);
        return ended;
    }
}
