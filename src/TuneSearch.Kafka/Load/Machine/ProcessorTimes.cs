using System.Globalization;

namespace TuneSearch.Kafka.Load.Machine;

/// <summary>Processor time since boot in ticks, from /proc/stat (proc(5)).</summary>
internal readonly record struct ProcessorTimes(long Total, long Idle, long Stolen)
{
    private const int IdleField = 3;
    private const int WaitingField = 4;
    private const int StolenField = 7;
    private const int Fields = 8;

    public ProcessorTimes Since(ProcessorTimes before) => new(Total - before.Total, Idle - before.Idle, Stolen - before.Stolen);

    /// <param name="lines">Of /proc/stat.</param>
    /// <param name="processors">cpu0, cpu1…; null for the whole machine's.</param>
    public static ProcessorTimes Sum(IEnumerable<string> lines, IReadOnlySet<string>? processors)
    {
        var sum = default(ProcessorTimes);
        foreach (var line in lines)
        {
            var name = line.Split(' ', 2)[0];
            if (processors is null ? name == "cpu" : processors.Contains(name))
            {
                var one = Parse(line);
                sum = new ProcessorTimes(sum.Total + one.Total, sum.Idle + one.Idle, sum.Stolen + one.Stolen);
            }
        }

        return sum;
    }

    /// <summary>All zero where the line is not what proc(5) describes.</summary>
    public static ProcessorTimes Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= Fields || !words[0].StartsWith("cpu", StringComparison.Ordinal))
        {
            return default;
        }

        // Guest time, in the fields behind, is part of user time already.
        Span<long> ticks = stackalloc long[Fields];
        var total = 0L;
        for (var i = 0; i < Fields; i++)
        {
            if (!long.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out ticks[i]))
            {
                return default;
            }

            total += ticks[i];
        }

        return new ProcessorTimes(total, ticks[IdleField] + ticks[WaitingField], ticks[StolenField]);
    }
}
