using System.Collections.Immutable;

namespace TuneSearch.Core.Jobs.Futility;

/// <summary>Draws the bounds at which a trial is hopeless from the incumbent's costs on the same episodes.</summary>
/// <remarks>
/// A trial is hopeless once its mean over k episodes lies more than z standard errors of the paired difference above the incumbent's mean
/// over the same k: the chance that a configuration as good as the incumbent is stopped is that of a normal tail beyond z
/// (stochastic curtailment; Jennison and Turnbull, «Group Sequential Methods», 2000, chapter 10).
/// </remarks>
/// <param name="noise">Standard deviation of one episode's cost when measured again, in the cost's unit.</param>
internal sealed class FutilityBounds(double noise)
{
    /// <summary>One in a hundred equals of the incumbent is stopped at a given look.</summary>
    private const double StandardErrors = 2.33;

    public FutilityRule Against(ImmutableArray<double> incumbent)
    {
        var bounds = ImmutableArray.CreateBuilder<double>(incumbent.Length - 1);
        var sum = 0.0;
        for (var k = 1; k < incumbent.Length; k++)
        {
            sum += incumbent[k - 1];
            bounds.Add((sum / k) + (StandardErrors * noise * Math.Sqrt(2.0 / k)));
        }

        return new FutilityRule(bounds.MoveToImmutable(), "the best so far");
    }
}
