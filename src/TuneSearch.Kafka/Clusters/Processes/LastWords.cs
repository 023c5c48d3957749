using System.Text.RegularExpressions;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>What a broker said as it died, and whose fault that makes it.</summary>
/// <param name="Line">Its own words, without timestamp and logger; null where it said nothing that is known to be fatal.</param>
/// <param name="IsConfiguration">Whether the configuration is to blame; else the machine or the network.</param>
internal sealed partial record LastWords(string? Line, bool IsConfiguration)
{
    /// <summary>The machine's faults; they go first, because a broker that meets one often complains of more.</summary>
    private static readonly string[] FaultMarks =
    [
        "No space left on device", "Address already in use", "Too many open files", "Read-only file system", "Input/output error",
        "Timed out waiting for connection while in state: CONNECTING", "Unsupported major.minor version", "UnsupportedClassVersionError",
    ];

    /// <summary>What Kafka's validators and the JVM say of settings they will not run with.</summary>
    private static readonly string[] ConfigurationMarks =
    [
        "ConfigException", "requirement failed", "Could not reserve enough space", "Invalid maximum heap size", "Invalid initial heap size",
        "Initial heap size set to a larger value", "Too small maximum heap", "Unrecognized VM option", "Improperly specified VM option",
        "Multiple garbage collectors selected", "Conflicting collector combinations", "OutOfMemoryError", "insufficient memory for the Java Runtime",
        "Invalid -Xm", "Error occurred during initialization of VM", "Unable to allocate", "is outside the allowed range", "must be power of 2",
        "NumberFormatException", "IllegalArgumentException",
    ];

    /// <summary>
    /// A broker that was killed stays registered until its ZooKeeper session has run out (zookeeper.session.timeout.ms), and its
    /// successor will not start beside it (KafkaZkClient.checkedEphemeralCreate).
    /// </summary>
    private static readonly string[] PassingMarks = ["NodeExistsException", "KeeperErrorCode = NodeExists"];

    /// <summary>Whether starting again a little later is all that it takes.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Reads a broker's output from its start to its death.</summary>
    public static LastWords In(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Find(lines, FaultMarks) is { } fault)
        {
            return new LastWords(Plain(fault), IsConfiguration: false);
        }

        if (Find(lines, PassingMarks) is { } passing)
        {
            return new LastWords(Plain(passing), IsConfiguration: false) { IsPassing = true };
        }

        return Find(lines, ConfigurationMarks) is { } configuration
            ? new LastWords(Explained(lines, configuration), IsConfiguration: true)
            : new LastWords(LastError(lines), IsConfiguration: false);
    }

    /// <summary>The last line that is an error; where it only announces one, the exception on the line after it.</summary>
    private static string? LastError(string[] lines)
    {
        var at = Array.FindLastIndex(lines, l => !l.Contains("Exiting Kafka", StringComparison.Ordinal) && (l.Contains("FATAL", StringComparison.Ordinal) || l.Contains("ERROR", StringComparison.Ordinal)));
        return at < 0 ? null
            : at + 1 < lines.Length && lines[at + 1].Contains("Exception", StringComparison.Ordinal) && !IsFrame(lines[at + 1]) ? Plain(lines[at + 1])
            : Plain(lines[at]);
    }

    private static string? Find(string[] lines, string[] marks) =>
        lines.FirstOrDefault(l => !IsFrame(l) && Array.Exists(marks, m => l.Contains(m, StringComparison.Ordinal)));

    private static bool IsFrame(string line) => line.StartsWith("at ", StringComparison.Ordinal) || line.StartsWith("[main] INFO", StringComparison.Ordinal) || line.Contains(" INFO ", StringComparison.Ordinal);

    /// <summary>The JVM says that initialising failed on one line and why on the next.</summary>
    private static string Explained(string[] lines, string line)
    {
        var at = Array.IndexOf(lines, line);
        return line.StartsWith("Error occurred during initialization of VM", StringComparison.Ordinal) && at + 1 < lines.Length
            ? Plain(lines[at + 1])
            : Plain(line);
    }

    private static string Plain(string line) => Decoration().Replace(line, string.Empty).Trim();

    [GeneratedRegex(@"^\[[0-9\-: ,]+\]\s+(FATAL|ERROR|WARN|INFO)\s+|\s+\((kafka|org\.apache)[\w.$]*\)$|^(Exception in thread ""\w+"" )?(java\.lang|org\.apache\.kafka\.common\.config)\.(?=\w*(Exception|Error): )")]
    private static partial Regex Decoration();
}
