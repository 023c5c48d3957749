using System.Collections.Immutable;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>The payloads of one producer, made once so that sending allocates nothing: sizes from the profile's distribution, contents as compressible as it says.</summary>
/// <remarks>
/// Each message takes one of the pool by a draw, so sizes follow the distribution through the pool's sample of it. Contents alternate
/// random runs with runs of a repeated record, at the share of <see cref="Profile.PayloadEntropy"/>: what LZ matchers see in real logs.
/// </remarks>
public sealed class PayloadPool
{
    private const int MostPayloads = 256;
    private const int FewestPayloads = 16;
    private const long MostBytes = 8 << 20;
    private const int Run = 32;

    private PayloadPool(ImmutableArray<byte[]> payloads) => Payloads = payloads;

    /// <summary>The first <see cref="MessageStamp.Size"/> bytes of each are free for the stamp. Only the owning producer's thread may write.</summary>
    public ImmutableArray<byte[]> Payloads { get; }

    public static PayloadPool For(Profile profile, ulong seed)
    {
        var sizes = CounterRandom.For(seed, "sizes");
        var payloads = ImmutableArray.CreateBuilder<byte[]>();
        var bytes = 0L;
        while (payloads.Count < FewestPayloads || (payloads.Count < MostPayloads && bytes < MostBytes))
        {
            var size = SizeSampler.Draw(profile.MessageSize, ref sizes);
            // Pinned: the client reads them where they are.
            var payload = GC.AllocateUninitializedArray<byte>(Math.Max(MessageStamp.Size, Math.Min(size, profile.Limits.MaxMessageBytes ?? size)), pinned: true);
            Fill(payload, profile.PayloadEntropy, CounterRandom.For(seed, "payload", (ulong)payloads.Count));
            payloads.Add(payload);
            bytes += payload.Length;
        }

        return new PayloadPool(payloads.ToImmutable());
    }

    private static void Fill(Span<byte> payload, double entropy, CounterRandom random)
    {
        var record = "{\"customer\":\"0000\",\"event\":\"order.updated\",\"state\":\"accepted\",\"region\":\"eu-west\"}"u8;
        var owed = 0.0;
        for (var at = 0; at < payload.Length; at++)
        {
            if (at % Run == 0)
            {
                owed += Run * entropy;
            }

            if (owed >= 1)
            {
                payload[at] = (byte)random.NextUInt32();
                owed--;
            }
            else
            {
                payload[at] = record[at % record.Length];
            }
        }
    }
}
