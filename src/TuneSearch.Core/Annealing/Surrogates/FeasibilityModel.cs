using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>How likely a configuration is to run and to meet every limit, learned from those that did and did not.</summary>
/// <remarks>
/// Regression on the labels 0 and 1 with the prior's kernel: labels are few, so nothing is fitted. Without a single refusal everything is taken to be
/// feasible and nothing is computed.
/// </remarks>
internal sealed class FeasibilityModel(bool[] isOrdered)
{
    private const int MostPoints = 150;

    /// <summary>The power of the probability that weighs a promise: a refusal costs a whole trial and tells one bit.</summary>
    private const double Caution = 3;
    private const double LabelNugget = 0.01;
    private readonly List<(double[] Positions, int Identity, bool IsFeasible)> _seen = [];
    private GaussianProcess? _process;

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

        var belief = (_process ??= Fit()).PredictAt(positions, -1);
        var z = (belief.Mean - 0.5) / Math.Sqrt(belief.Variance + _process.Noise);
        return Caution * PortableMath.Log(Math.Max(1e-9, PortableMath.NormalCumulative(z)));
    }

    private GaussianProcess Fit()
    {
        var process = new GaussianProcess(isOrdered, KernelParameters.Of(KernelPrior.For(isOrdered.Length, LabelNugget)));
        var recent = _seen.Skip(Math.Max(0, _seen.Count - MostPoints)).ToArray();
        foreach (var (positions, identity, _) in recent)
        {
            process.Append(positions, identity);
        }

        process.Observe([.. recent.Select(s => s.IsFeasible ? 1.0 : 0.0)]);
        return process;
    }
}
