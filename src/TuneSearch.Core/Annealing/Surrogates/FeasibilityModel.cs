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
    private readonly List<(double[] Positions, int Identity, bool IsFeasible)> _seen = [];
    private GaussianProcess? _process;

    public bool HasRefusals { get; private set; }

    public void Add(double[] positions, int identity, bool isFeasible)
    {
        _seen.Add((positions, identity, isFeasible));
        HasRefusals |= !isFeasible;
        _process = null;
    }

    /// <summary>ln of the probability; 0 where nothing was ever refused.</summary>
    public double LogProbability(ReadOnlySpan<double> positions)
    {
        if (!HasRefusals)
        {
            return 0;
        }

        var belief = (_process ??= Fit()).PredictAt(positions, -1);
        var z = (belief.Mean - 0.5) / Math.Sqrt(belief.Variance + _process.Noise);
        return PortableMath.Log(Math.Max(1e-9, PortableMath.NormalCumulative(z)));
    }

    private GaussianProcess Fit()
    {
        var process = new GaussianProcess(isOrdered, KernelParameters.Of(KernelPrior.For(isOrdered.Length, 0.05)));
        var recent = _seen.Skip(Math.Max(0, _seen.Count - MostPoints)).ToArray();
        foreach (var (positions, identity, _) in recent)
        {
            process.Append(positions, identity);
        }

        process.Observe([.. recent.Select(s => s.IsFeasible ? 1.0 : 0.0)]);
        return process;
    }
}
