namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>A compression codec at a level.</summary>
/// <param name="Saving">Share of the compressible bytes that it saves.</param>
/// <param name="SecondsPerByte">Producer's CPU to compress an input byte.</param>
/// <param name="ReadSecondsPerByte">Consumer's CPU to get an input byte back.</param>
internal sealed record Codec(string Name, double Saving, double SecondsPerByte, double ReadSecondsPerByte)
{
    public static readonly IReadOnlyList<string> Known = ["none", "gzip", "snappy", "lz4", "zstd"];

    /// <summary>Rates are of the order that the codecs' own benchmarks show on one core (lz4 ≈ 600 MB/s, zstd -3 ≈ 300 MB/s, gzip -6 ≈ 60 MB/s).</summary>
    public static Codec Of(string name, double level)
    {
        var steps = Math.Clamp(level, 1, 12) - 1;
        return name switch
        {
            "gzip" => new(name, 0.82 + (0.008 * steps), 9e-9 * (1 + (0.22 * steps)), 3e-9),
            "snappy" => new(name, 0.66, 1.9e-9, 0.7e-9),
            "lz4" => new(name, 0.68 + (0.010 * steps), 1.5e-9 * (1 + (0.55 * steps)), 0.4e-9),
            "zstd" => new(name, 0.80 + (0.012 * steps), 2.2e-9 * (1 + (0.38 * steps)), 0.9e-9),
            _ => new("none", 0, 0, 0),
        };
    }

    /// <summary>Bytes out for a byte in; larger batches compress better, random bytes not at all.</summary>
    public double Ratio(double entropy, double batchBytes)
    {
        var window = batchBytes / (batchBytes + 3000);
        return 1 - (Saving * (1 - entropy) * window);
    }
}
