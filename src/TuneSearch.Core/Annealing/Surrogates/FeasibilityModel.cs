using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>How likely a configuration is to run and to meet every limit, learned from those that did and did not.</summary>
/// <remarks>
/// Regression on how well the tightest limit was kept, from -1 (cannot run) to 1 (nothing limits): a near miss shows the way to what is allowed, which
/// yes and no would not (Gardner et al. 2014, «Bayesian optimization with inequality constraints»). Without a single miss everything is taken to be
/// feasible and nothing is computed.
/// </remarks>
internal sealed class FeasibilityModel(AxisShape[] shapes, bool hasHeavyTails)
{
    private const int MostPoints = 120;
    private const int MostPointsInFit = 60;
    private const int LabelsBetweenFits = 5;
    private const int StepsOfFit = 8;

    /// <summary>The power of the probability that weighs a promise: a refusal costs a whole trial and tells one bit.</summary>
    private const double Caution = 3;
    private const double LabelNugget = 0.01;

    /// <summary>The relative slack at which a label is half way between «just» and «by far».</summary>
    private const double HalfwaySlack = 0.1;
    private readonly KernelPrior _prior = KernelPrior.For(shapes, NuggetPrior.Known(LabelNugget), hasHeavyTails);
    private readonly List<(double[] Positions, int Identity, double Label)> _seen = [];
    private GaussianProcess? _process;
    private (int Count, KernelParameters Parameters)? _fitted;

    public bool HasRefusals { get; private set; }

    public void Add(double[] positions, int identity, Observation observation)
    {
        var label = LabelOf(observation);
        _seen.Add((positions, identity, label));
        HasRefusals |= label < 0;
        _process = null;
    }

    /// <summary>What the logarithm of a promise loses to the risk of refusal; 0 where nothing was ever refused.</summary>
    /// <remarks>Nowhere flat: far from anything allowed it still says which way that lies.</remarks>
    public double LogWeight(ReadOnlySpan<double> positions)
    {
        if (!HasRefusals)
        {
            return 0;
        }

        var belief = (_process ??= Process()).PredictAt(positions, -1);
        return Caution * PortableMath.LogNormalCumulative(belief.Mean / Math.Sqrt(belief.Variance));
    }

    /// <summary>By how much measured configurations are believed to miss the limits, by identity; 0 for those that are believed to keep them.</summary>
    public IReadOnlyDictionary<int, double> BelievedMisses()
    {
        var misses = new Dictionary<int, double>();
        if (!HasRefusals)
        {
            return misses;
        }

        _process ??= Process();
        var recent = _seen.TakeLast(MostPoints).ToArray();
        var means = _process.FittedMeans([.. recent.Select(s => s.Label)]);
        for (var i = 0; i < recent.Length; i++)
        {
            misses[recent[i].Identity] = Math.Max(0, -means[i]);
        }

        return misses;
    }

    private static double LabelOf(Observation observation) => observation switch
    {
        { Cost: null } => -1,
        { Slack: { } slack } => Label(slack),
        { IsFeasible: true } => 1,
        _ => Label(-observation.Violation),
    };

    private static double Label(double slack) => slack / (Math.Abs(slack) + HalfwaySlack);

    private GaussianProcess Process()
    {
        var process = new GaussianProcess(shapes, Parameters());
        var recent = _seen.TakeLast(MostPoints).ToArray();
        foreach (var (positions, identity, _) in recent)
        {
            process.Append(positions, identity);
        }

        process.Observe([.. recent.Select(s => s.Label)]);
        return process;
    }

    /// <summary>Fitted anew to every fifth label from the same start, so that they are a function of the labels alone.</summary>
    private KernelParameters Parameters()
    {
        var count = _seen.Count / LabelsBetweenFits * LabelsBetweenFits;
        if (count == 0)
        {
            return KernelParameters.Of(_prior);
        }

        if (_fitted is not { } fitted || fitted.Count != count)
        {
            var used = _seen.Take(count).TakeLast(MostPointsInFit).ToArray();
            var fit = new KernelFit(shapes, _prior, [.. used.Select(s => s.Positions)], [.. used.Select(s => s.Identity)], [.. used.Select(s => s.Label)]);
            _fitted = fitted = (count, fit.Climb(KernelParameters.Of(_prior), StepsOfFit).Parameters);
        }

        return fitted.Parameters;
    }
}
