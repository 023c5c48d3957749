using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>How likely a configuration is to run and to meet every limit, learned from those that did and did not.</summary>
/// <remarks>Regression on the labels 0 and 1. Without a single refusal everything is taken to be feasible and nothing is computed.</remarks>
internal sealed class FeasibilityModel(bool[] isOrdered)
{
    private const int MostPoints = 120;
    private const int MostPointsInFit = 60;
    private const int LabelsBetweenFits = 5;
    private const int StepsOfFit = 8;

    /// <summary>The power of the probability that weighs a promise: a refusal costs a whole trial and tells one bit.</summary>
    private const double Caution = 3;
    private const double LabelNugget = 0.01;
    private readonly KernelPrior _prior = KernelPrior.For(isOrdered.Length, LabelNugget);
    private readonly List<(double[] Positions, int Identity, bool IsFeasible)> _seen = [];
    private GaussianProcess? _process;
    private (int Count, KernelParameters Parameters)? _fitted;

    public bool HasRefusals { get; private set; }

    public void Add(double[] positions, int identity, bool isFeasible)
    {
        _seen.Add((positions, identity, isFeasible));
        HasRefusals |= !isFeasible;
        _process = null;
    }

    /// <summary>What the logarithm of a promise loses to the risk of refusal; 0 where nothing was ever refused.</summary>
    public double LogWeight(ReadOnlySpan<double> positions)
    {
        if (!HasRefusals)
        {
            return 0;
        }

        var belief = (_process ??= Process()).PredictAt(positions, -1);
        var z = (belief.Mean - 0.5) / Math.Sqrt(belief.Variance + _process.Noise);
        return Caution * PortableMath.Log(Math.Max(1e-9, PortableMath.NormalCumulative(z)));
    }

    private static double[] Labels(IEnumerable<(double[] Positions, int Identity, bool IsFeasible)> seen) => [.. seen.Select(s => s.IsFeasible ? 1.0 : 0.0)];

    private GaussianProcess Process()
    {
        var process = new GaussianProcess(isOrdered, Parameters());
        var recent = _seen.Skip(Math.Max(0, _seen.Count - MostPoints)).ToArray();
        foreach (var (positions, identity, _) in recent)
        {
            process.Append(positions, identity);
        }

        process.Observe(Labels(recent));
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
            var used = _seen.Take(count).Skip(Math.Max(0, count - MostPointsInFit)).ToArray();
            var fit = new KernelFit(isOrdered, _prior, [.. used.Select(s => s.Positions)], [.. used.Select(s => s.Identity)], Labels(used));
            _fitted = fitted = (count, fit.Climb(KernelParameters.Of(_prior), StepsOfFit).Parameters);
        }

        return fitted.Parameters;
    }
}
