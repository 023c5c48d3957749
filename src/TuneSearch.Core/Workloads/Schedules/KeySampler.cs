using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Draws the key of each message, in constant time and memory whatever the number of distinct keys.</summary>
public sealed class KeySampler
{
    /// <summary>The key of a message without one.</summary>
    public const int None = -1;

    private readonly int _distinct;
    private readonly ZipfSampler? _zipf;
    private CounterRandom _random;

    public KeySampler(KeyDistribution keys, ulong seed)
    {
        _random = CounterRandom.For(seed, "keys");
        switch (keys)
        {
            case NoKeys:
                break;
            case UniformKeys uniform:
                _distinct = uniform.Distinct;
                break;
            case ZipfKeys zipf:
                _distinct = zipf.Distinct;
                _zipf = new ZipfSampler(zipf.Distinct, zipf.Exponent);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(keys), keys, "Keys are none, uniform or zipf.");
        }
    }

    /// <summary>From 0, the most frequent first; <see cref="None"/> where messages carry no key.</summary>
    public int Next() => _distinct == 0 ? None : _zipf?.Next(ref _random) ?? _random.NextInt32(_distinct);
}
