using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Statistics;

/// <summary>What data make believe of many coefficients of which few are not 0, as draws from their joint distribution.</summary>
/// <remarks>
/// Each coefficient is 0 or comes from a normal distribution around 0; the share of those that are not 0, the normal's width and the noise of each part of the
/// data are drawn along (Mitchell and Beauchamp, «Bayesian variable selection in linear regression», JASA 1988; Gibbs sampling as in George and McCulloch,
/// «Variable selection via Gibbs sampling», JASA 1993, with the coefficient integrated out of its own indicator as in Geweke 1996). Fewer rows than columns will do.
/// </remarks>
/// <param name="parts">Data of unlike noise; all with the same columns.</param>
/// <param name="ofInterest">The first so many columns share one probability of not being 0, those after them another: they take up what would else be blamed on the first.</param>
/// <param name="size">How large a coefficient that is not 0 is believed to be; positive.</param>
public sealed class SpikeAndSlab(IReadOnlyList<BlockedRows> parts, int ofInterest, double size)
{
    private const int Chains = 4;
    private const int Settling = 100;
    private const int Kept = 150;

    /// <summary>Of the belief in the size, in degrees of freedom.</summary>
    private const double SizeWeight = 4;

    /// <summary>A quarter of the columns is believed to matter, as strongly as four columns could tell.</summary>
    private const double PriorIn = 1;
    private const double PriorOut = 3;
    private readonly int _columns = parts[0].Responses.Length;

    /// <summary>Draws of the columns of interest.</summary>
    public double[][] Draw(ulong seed)
    {
        var draws = new List<double[]>(Chains * Kept);
        for (var chain = 0; chain < Chains; chain++)
        {
            var random = CounterRandom.For(seed, "spike-and-slab", (ulong)chain);
            var state = new State(new double[_columns], [.. parts.Select(part => part.Variance)], size * size);
            for (var sweep = 0; sweep < Settling + Kept; sweep++)
            {
                Sweep(ref state, ref random);
                if (sweep >= Settling)
                {
                    draws.Add(state.Coefficients[..ofInterest]);
                }
            }
        }

        return [.. draws];
    }

    private void Sweep(ref State state, ref CounterRandom random)
    {
        var products = Sum(state, part => part.Products);
        var responses = Sum(state, part => part.Responses);
        var left = Left(products, responses, state.Coefficients);
        var width = state.Width;
        for (var column = 0; column < _columns; column++)
        {
            var was = state.Coefficients[column];
            var own = products[(column * _columns) + column];
            var variance = 1 / (own + (1 / width));
            var mean = variance * (left[column] + (own * was));
            var share = column < ofInterest ? state.Share : state.OtherShare;
            var odds = Math.Log(share / (1 - share)) + (0.5 * Math.Log(variance / width)) + (0.5 * mean * mean / variance);
            var isIn = random.NextDouble() < 1 / (1 + Math.Exp(-odds));
            var now = isIn ? mean + (Math.Sqrt(variance) * random.NextGaussian()) : 0;
            if (now != was)
            {
                state.Coefficients[column] = now;
                for (var other = 0; other < _columns; other++)
                {
                    left[other] -= products[(column * _columns) + other] * (now - was);
                }
            }
        }

        DrawTheRest(ref state, ref random);
    }

    private void DrawTheRest(ref State state, ref CounterRandom random)
    {
        var isIn = state.Coefficients.Take(ofInterest).Count(c => c != 0);
        var othersIn = state.Coefficients.Skip(ofInterest).Count(c => c != 0);
        var squares = state.Coefficients.Sum(c => c * c);
        state = state with
        {
            Share = GammaDraw.Share(ref random, PriorIn + isIn, PriorOut + ofInterest - isIn),
            OtherShare = GammaDraw.Share(ref random, PriorIn + othersIn, PriorOut + (_columns - ofInterest) - othersIn),
            Width = ((SizeWeight * size * size) + squares) / ChiSquare(ref random, SizeWeight + isIn + othersIn),
        };
        for (var p = 0; p < parts.Count; p++)
        {
            var part = parts[p];
            var explained = 0.0;
            for (var i = 0; i < _columns; i++)
            {
                var row = -2 * part.Responses[i];
                for (var j = 0; j < _columns; j++)
                {
                    row += part.Products[(i * _columns) + j] * state.Coefficients[j];
                }

                explained += state.Coefficients[i] * row;
            }

            state.Variances[p] = ((part.Weight * part.Variance) + Math.Max(0, part.Square + explained)) / ChiSquare(ref random, part.Weight + part.Freedom);
        }
    }

    private double[] Sum(State state, Func<BlockedRows, double[]> read)
    {
        var sum = new double[read(parts[0]).Length];
        for (var p = 0; p < parts.Count; p++)
        {
            var values = read(parts[p]);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += values[i] / state.Variances[p];
            }
        }

        return sum;
    }

    private double[] Left(double[] products, double[] responses, double[] coefficients)
    {
        var left = (double[])responses.Clone();
        for (var column = 0; column < _columns; column++)
        {
            for (var other = 0; coefficients[column] != 0 && other < _columns; other++)
            {
                left[other] -= products[(column * _columns) + other] * coefficients[column];
            }
        }

        return left;
    }

    private static double ChiSquare(ref CounterRandom random, double freedom) => 2 * GammaDraw.Of(ref random, freedom / 2);

    private record struct State(double[] Coefficients, double[] Variances, double Width)
    {
        public double Share { get; init; } = 0.25;

        public double OtherShare { get; init; } = 0.25;
    }
}
