using System.Globalization;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>Reads the kernel's counters: proc(5), cgroups(7) version 2. Counters that this machine does not have are 0.</summary>
/// <param name="root">«/»; tests give their own.</param>
internal sealed class ProcReader(string root = "/")
{
    /// <summary>USER_HZ: 100 on every architecture that Linux supports a JVM on.</summary>
    private const double TicksPerSecond = 100;

    private static readonly long PageSize = Environment.SystemPageSize;

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
        var group = pid is { } of ? GroupFolder(of) : null;
        var memory = group is null ? [] : Pairs(Read(Path.Combine(group, "memory.stat")), ' ');
        var cpu = group is null ? [] : Pairs(Read(Path.Combine(group, "cpu.stat")), ' ');
        var (received, sent) = Network();
        return new MachineSample(
            memory.TryGetValue("file", out var file) ? file : Pairs(Read(Path.Combine(root, "proc", "meminfo")), ':').GetValueOrDefault("Cached") * 1024,
            received,
            sent,
            cpu.GetValueOrDefault("throttled_usec") / 1e6);
    }

    /// <summary>Version 2 has one line «0::/path»; version 1 has others, and is not read.</summary>
    private string? GroupFolder(int pid)
    {
        var line = Read(Path.Combine(root, "proc", pid.ToString(CultureInfo.InvariantCulture), "cgroup"))?
            .Split('\n').FirstOrDefault(l => l.StartsWith("0::", StringComparison.Ordinal));
        return line is null ? null : Path.Combine(root, "sys", "fs", "cgroup", line["0::".Length..].Trim().TrimStart('/'));
    }

    private (long Received, long Sent) Network()
    {
        long received = 0, sent = 0;
        foreach (var line in (Read(Path.Combine(root, "proc", "net", "dev")) ?? string.Empty).Split('\n').Skip(2))
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
