using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Kafka.Telemetry;

namespace TuneSearch.Kafka.Load.Machine;

/// <summary>Reads what the kernel says of the machine's time: proc(5), sched-stats of the kernel's documentation, cgroups(7).</summary>
/// <param name="self">This process.</param>
/// <param name="brokers">Processes of brokers on this machine.</param>
/// <param name="root">«/»; tests give their own.</param>
internal sealed class MachineReader(int self, ImmutableArray<int> brokers, string root = "/")
{
    private readonly ProcReader _proc = new(root);

    public MachineMoment Read() => new(
        ProcessorTimes.Sum(Lines("proc/stat"), AllowedProcessors()),
        _proc.ReadProcess(self)?.CpuSeconds ?? 0,
        brokers.Sum(pid => _proc.ReadProcess(pid)?.CpuSeconds ?? 0),
        brokers.Append(self).Sum(WaitedSeconds),
        _proc.ReadMachine(self).ThrottledSeconds);

    /// <summary>The second number of each thread's schedstat: nanoseconds on a run queue.</summary>
    private double WaitedSeconds(int pid)
    {
        var tasks = Path.Combine(root, "proc", pid.ToString(CultureInfo.InvariantCulture), "task");
        if (!Directory.Exists(tasks))
        {
            return 0;
        }

        try
        {
            return Directory.EnumerateDirectories(tasks)
                .Select(task => Text(Path.Combine(task, "schedstat"))?.Split(' '))
                .Where(fields => fields?.Length > 1)
                .Sum(fields => long.TryParse(fields![1], NumberStyles.None, CultureInfo.InvariantCulture, out var waited) ? waited / 1e9 : 0);
        }
        catch (IOException)
        {
            // The process ended while its threads were listed.
            return 0;
        }
    }

    /// <summary>Null for all; a container or a processor set may allow some only.</summary>
    private HashSet<string>? AllowedProcessors()
    {
        const string Key = "Cpus_allowed_list:";
        var line = Lines($"proc/{self.ToString(CultureInfo.InvariantCulture)}/status").FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal));
        return line?[Key.Length..].Split(',').SelectMany(Range).Select(number => string.Create(CultureInfo.InvariantCulture, $"cpu{number}")).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<int> Range(string text)
    {
        var ends = text.Trim().Split('-');
        return int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? Enumerable.Range(first, last - first + 1)
            : [];
    }

    private string[] Lines(string file) => (Text(Path.Combine(root, file)) ?? string.Empty).Split('\n');

    /// <summary>Null where this system has no such file, or has it no longer.</summary>
    private static string? Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
