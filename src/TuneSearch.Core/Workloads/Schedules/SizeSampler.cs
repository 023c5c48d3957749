using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Draws message sizes.</summary>
internal static class SizeSampler
{
    /// <summary>A size in bytes, at least <see cref="MessageStamp.Size"/>: below that a message could not be told from another.</summary>
    public static int Draw(SizeDistribution distribution, ref CounterRandom random)
    {
        var bytes = distribution switch
        {
            FixedSize size => size.Bytes,
            LognormalSize size => Math.Min(size.Maximum, size.Median * Math.Exp(size.Sigma * random.NextGaussian())),
            MixedSize mixture => Draw(Pick(mixture, ref random), ref random),
            _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "A message size is fixed, lognormal or a mixture."),
        };
        return Math.Max(MessageStamp.Size, (int)Math.Round(bytes));
    }

    private static SizeDistribution Pick(MixedSize mixture, ref CounterRandom random)
    {
        var at = random.NextDouble() * mixture.Parts.Sum(part => part.Weight);
        foreach (var part in mixture.Parts)
        {
            at -= part.Weight;
            if (at < 0)
            {
                return part.Size;
            }
        }

        return mixture.Parts[^1].Size;
    }
}
