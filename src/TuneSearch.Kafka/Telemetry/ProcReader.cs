using System.Globalization;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>Reads the kernel's counters: proc(5), cgroups(7). Counters that this machine does not have are 0.</summary>
/// <param name="root">«/»; tests give their own.</param>
internal sealed class ProcReader(string root = "/")
{
    /// <summary>USER_HZ: 100 on every architecture that Linux supports a JVM on.</summary>
    private const double TicksPerSecond = 100;

    private static readonly long PageSize = Environment.SystemPageSize;

    private readonly ControlGroups _groups = new(root);

    /// <summary>Null where there is no such process any more.</summary>
    public ProcessSample? ReadProcess(int pid)
    {
        var folder = Path.Combine(root, "proc", pid.ToString(CultureInfo.InvariantCulture));
        if (Read(Path.Combine(folder, "stat")) is not { Length: > 0 } stat)
        {
            return null;
        }

        // Fields are counted after the program's name, which stands in brackets and may hold blanks: utime is the 12th of them.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var io = Pairs(Read(Path.Combine(folder, "io")), ':');
        return new ProcessSample(
            (Number(fields[11]) + Number(fields[12])) / TicksPerSecond,
            Number(fields[21]) * PageSize,
            io.GetValueOrDefault("read_bytes"),
            io.GetValueOrDefault("write_bytes"));
    }

    /// <param name="pid">Whose control group; any of the brokers.</param>
    public MachineSample ReadMachine(int? pid)
    {
        var memory = Pairs(pid is { } of ? _groups.Read(of, "memory", "memory.stat") : null, ' ');
        var cpu = Pairs(pid is { } its ? _groups.Read(its, "cpu", "cpu.stat") : null, ' ');
        var (received, sent) = Network(pid);
        return new MachineSample(
            // Version 2 says «file», version 1 «total_cache».
            memory.TryGetValue("file", out var file) || memory.TryGetValue("total_cache", out file)
                ? file
                : Pairs(Read(Path.Combine(root, "proc", "meminfo")), ':').GetValueOrDefault("Cached") * 1024,
            received,
            sent,
            cpu.TryGetValue("throttled_usec", out var microseconds) ? microseconds / 1e6 : cpu.GetValueOrDefault("throttled_time") / 1e9);
    }
    /// <summary>Of the network that the process sees: its container's, where it has one of its own.</summary>
    private (long Received, long Sent) Network(int? pid)
    {
        long received = 0, sent = 0;
        var own = pid is { } of ? Read(Path.Combine(root, "proc", of.ToString(CultureInfo.InvariantCulture), "net", "dev")) : null;
        foreach (var line in (own ?? Read(Path.Combine(root, "proc", "net", "dev")) ?? string.Empty).Split('\n').Skip(2))
        {
            var counters = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (counters.Length > 8)
            {
                received += Number(counters[0]);
                sent += Number(counters[8]);
            }
        }

        return (received, sent);
    }

    private static Dictionary<string, long> Pairs(string? text, char separator)
    {
        var pairs = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in (text ?? string.Empty).Split('\n'))
        {
            var parts = line.Split(separator, 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2)
            {
                pairs[parts[0]] = Number(parts[1].Split(' ')[0]);
            }
        }

        return pairs;
    }

    private static long Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A process may end between being listed and being read, and some counters are its owner's only.</summary>
    private static string? Read(string file)
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
