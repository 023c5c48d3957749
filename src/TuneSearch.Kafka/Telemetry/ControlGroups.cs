using System.Globalization;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>The control groups that a process is in (cgroups(7)), of version 2 or, where that has no controllers, of version 1.</summary>
/// <param name="root">«/»; tests give their own.</param>
internal sealed class ControlGroups(string root)
{
    private const string Mount = "sys/fs/cgroup";

    /// <summary>A file of the process's group, or null where no group has it.</summary>
    /// <param name="controller">As version 1 names it: memory, cpu.</param>
    public string? Read(int pid, string controller, string file)
    {
        var lines = (Text(Path.Combine(root, "proc", pid.ToString(CultureInfo.InvariantCulture), "cgroup")) ?? string.Empty)
            .Split('\n').Select(line => line.Split(':', 3)).Where(parts => parts.Length == 3).ToList();

        // A line is «number:controllers:path»; version 2 has one, without controllers. In a container the path may be the host's, and the mount the group itself.
        return lines.Where(line => line[1].Length == 0).SelectMany(line => InGroup(Mount, line[2], file))
            .Concat(lines.Where(line => line[1].Split(',').Contains(controller)).SelectMany(line => InGroup(Path.Combine(Mount, controller), line[2], file)))
            .Select(Text).FirstOrDefault(text => text is not null);
    }

    private IEnumerable<string> InGroup(string mount, string path, string file) =>
        [Path.Combine(root, mount, path.Trim().TrimStart('/'), file), Path.Combine(root, mount, file)];

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
