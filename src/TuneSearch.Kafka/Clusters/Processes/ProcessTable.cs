using System.Globalization;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>The kernel's table of processes (/proc, proc(5)).</summary>
/// <param name="root">«/proc»; tests give their own.</param>
internal sealed class ProcessTable(string root = "/proc")
{
    /// <summary>When a process started, in clock ticks since the machine did; with the pid it names a process for good. Null where there is none.</summary>
    public long? StartTime(int pid)
    {
        var stat = Read(Path.Combine(root, pid.ToString(CultureInfo.InvariantCulture), "stat"));

        // The second field is the program's name in brackets and may hold blanks; starttime is the 22nd field, the 20th after it.
        var fields = stat?[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields is { Length: > 19 } && fields[0] is not ("Z" or "X") ? long.Parse(fields[19], CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Every process with a word of its command line that starts with <paramref name="folder"/> or names a file below it.</summary>
    public IEnumerable<int> Mentioning(string folder)
    {
        foreach (var directory in Directory.EnumerateDirectories(root))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && pid != Environment.ProcessId
                && Read(Path.Combine(directory, "cmdline")) is { } command
                && command.Contains(folder + "/", StringComparison.Ordinal))
            {
                yield return pid;
            }
        }
    }

    /// <summary>A process may end between being listed and being read.</summary>
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
