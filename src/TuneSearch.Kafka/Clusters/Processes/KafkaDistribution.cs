using System.Text.RegularExpressions;
using TuneSearch.Core.Validation;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>An unpacked Kafka distribution: start scripts in bin, jars in libs.</summary>
public sealed partial record KafkaDistribution(string Home, KafkaVersion Version)
{
    /// <summary>The environment variable that names the distribution where a job does not.</summary>
    public const string Variable = "KAFKA_HOME";

    /// <summary>Whether its brokers agree among themselves (KRaft) instead of through ZooKeeper.</summary>
    public bool UsesKraft => Version >= KafkaVersion.FirstKraft;

    public string Script(string name) => Path.Combine(Home, "bin", name);

    /// <summary>Looks at the folder. Exactly one of the two results is null.</summary>
    public static (KafkaDistribution? Distribution, Problem? Problem) Find(string? home)
    {
        if (string.IsNullOrEmpty(home))
        {
            return (null, new Problem("cluster.home", "the process cluster names no Kafka distribution", $"Set cluster.home or the environment variable {Variable} to the folder of an unpacked Kafka 2.4 or later."));
        }

        if (!File.Exists(Path.Combine(home, "bin", "kafka-server-start.sh")) || !Directory.Exists(Path.Combine(home, "libs")))
        {
            return (null, new Problem("cluster.home", $"'{home}' holds no Kafka distribution: bin/kafka-server-start.sh or libs is missing", "Name the folder that holds bin and libs."));
        }

        var jars = Directory.EnumerateFiles(Path.Combine(home, "libs"), "kafka*.jar").Select(Path.GetFileName).Select(name => ServerJar().Match(name!));
        if (jars.FirstOrDefault(m => m.Success) is not { } jar || !KafkaVersion.TryParse(jar.Groups["version"].Value, out var version))
        {
            return (null, new Problem("cluster.home", $"'{home}' does not tell its version: libs has no jar named kafka_SCALA-VERSION.jar", "Name the folder of a complete distribution."));
        }

        return version < KafkaVersion.Oldest
            ? (null, new Problem("cluster.home", $"'{home}' is Kafka {version}, older than {KafkaVersion.Oldest}", $"Use Kafka {KafkaVersion.Oldest} or later."))
            : (new KafkaDistribution(Path.GetFullPath(home), version), null);
    }

    [GeneratedRegex(@"^kafka_\d+\.\d+-(?<version>\d+\.\d+\.\d+[^-]*)\.jar$")]
    private static partial Regex ServerJar();
}
