using System.Globalization;

namespace TuneSearch.Kafka.Load.Machine;

/// <summary>The first line of /proc/stat (proc(5)): processor time of the machine since boot, in ticks.</summary>
internal readonly record struct ProcessorTimes(long Total, long Idle, long Stolen)
{
    private const int IdleField = 3;
    private const int WaitingField = 4;
    private const int StolenField = 7;
    private const int Fields = 8;

    /// <summary>All zero where the line is not what proc(5) describes.</summary>
    public static ProcessorTimes Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= Fields || words[0] != "cpu")
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

    public static ProcessorTimes Read()
    {
        try
        {
            using var reader = new StreamReader("/proc/stat");
            return Parse(reader.ReadLine() ?? string.Empty);
        }
        catch (IOException)
        {
            // Not Linux: nothing is known, and nothing is held against the trial.
            return default;
        }
    }
}
