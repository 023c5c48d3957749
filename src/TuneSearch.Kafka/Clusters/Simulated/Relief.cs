using System.Collections.Concurrent;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>
/// The small unevenness that real systems show and no model explains: waves along each parameter and along pairs of them,
/// drawn from the landscape's seed. It makes many local optima without moving the large shape.
/// </summary>
internal sealed class Relief(ulong landscape)
{
    private const double SingleAmplitude = 0.018;
    private const double PairAmplitude = 0.024;
    private readonly ConcurrentDictionary<string, Wave> _waves = new(StringComparer.Ordinal);

    /// <summary>A factor on service times around 1.</summary>
    public double At(Configuration configuration)
    {
        double sum = 0;
        (string Name, double Position)? previous = null;
        foreach (var (name, value) in configuration.Values)
        {
            var position = Position(value);
            sum += SingleAmplitude * Of(name).At(position);
            if (previous is { } before)
            {
                sum += PairAmplitude * Of(before.Name + "*" + name).At(position + before.Position);
            }

            previous = (name, position);
        }

        return Math.Exp(sum);
    }

    private Wave Of(string key) => _waves.GetOrAdd(key, k =>
    {
        var random = CounterRandom.For(landscape, "relief/" + k);
        return new Wave(0.35 + (1.3 * random.NextDouble()), 2 * Math.PI * random.NextDouble());
    });

    /// <summary>Octaves for numbers, a number of its own for each word: places on the wave, in no particular unit.</summary>
    private static double Position(ParameterValue value)
    {
        if (value.IsNumber)
        {
            return Math.Sign(value.AsNumber()) * Math.Log2(1 + Math.Abs(value.AsNumber()));
        }

        var random = CounterRandom.For(0, "relief-word/" + value);
        return random.NextDouble() * 10;
    }

    private readonly record struct Wave(double Frequency, double Phase)
    {
        public double At(double position) => Math.Cos((2 * Math.PI * Frequency * position) + Phase);
    }
}
