using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TuneSearch.Core.Randomness;

/// <summary>A stream of random numbers that is a pure function of its key, so that any step can be computed again.</summary>
/// <remarks>
/// Philox4x32-10 (Salmon et al., «Parallel Random Numbers: As Easy as 1, 2, 3», SC 2011). The key is made of the job's seed and
/// the purpose; the step and the draw make the counter. Copying the value copies the position.
/// </remarks>
public struct CounterRandom
{
    private const int Rounds = 10;
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly ulong _step;
    private ulong _draw;
    private UInt128 _block;
    private int _left;

    private CounterRandom(ulong key, ulong step)
    {
        _key0 = (uint)key;
        _key1 = (uint)(key >> 32);
        _step = step;
    }

    /// <summary>The stream of one step of one purpose of one seed. Streams of different arguments are independent.</summary>
    public static CounterRandom For(ulong seed, string purpose, ulong step = 0) => new(KeyOf(seed, purpose), step);

    /// <summary>A seed for a part that draws by itself, derived from this one's arguments.</summary>
    public static ulong DeriveSeed(ulong seed, string purpose, ulong step = 0)
    {
        var random = For(seed, purpose, step);
        return random.NextUInt64();
    }

    public uint NextUInt32()
    {
        if (_left == 0)
        {
            _block = Philox(_draw++, _step);
            _left = 4;
        }

        var word = (uint)(_block >> (32 * (4 - _left)));
        _left--;
        return word;
    }

    public ulong NextUInt64() => ((ulong)NextUInt32() << 32) | NextUInt32();

    /// <summary>Uniform on [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0 to <paramref name="bound"/> - 1, without bias (Lemire 2019).</summary>
    public int NextInt32(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var range = (uint)bound;
        var product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            var threshold = (uint)-range % range;
            while ((uint)product < threshold)
            {
                product = (ulong)NextUInt32() * range;
            }
        }

        return (int)(product >> 32);
    }

    public bool NextBoolean() => (NextUInt32() & 1) == 1;

    /// <summary>Standard normal (Box and Muller 1958; the second of the pair is not kept, so that a draw has no hidden state).</summary>
    public double NextGaussian()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>Exponential with mean 1.</summary>
    public double NextExponential() => -Math.Log(1 - NextDouble());

    /// <summary>Fisher and Yates.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt32(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong KeyOf(ulong seed, string purpose)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{purpose}"), digest);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }

    private readonly UInt128 Philox(ulong low, ulong high)
    {
        uint c0 = (uint)low, c1 = (uint)(low >> 32), c2 = (uint)high, c3 = (uint)(high >> 32);
        uint k0 = _key0, k1 = _key1;
        for (var round = 0; round < Rounds; round++)
        {
            var p0 = 0xD2511F53UL * c0;
            var p1 = 0xCD9E8D57UL * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        return new UInt128(((ulong)c3 << 32) | c2, ((ulong)c1 << 32) | c0);
    }
}
