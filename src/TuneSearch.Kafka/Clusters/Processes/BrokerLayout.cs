using System.Globalization;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>Where one broker of a run listens and writes.</summary>
/// <param name="Id">From 1.</param>
/// <param name="Folder">Everything of this broker lies below it.</param>
/// <param name="ControllerPort">Where its part of the KRaft quorum listens.</param>
internal sealed record BrokerLayout(int Id, string Folder, int Port, int ControllerPort)
{
    public string Name => Id.ToString(CultureInfo.InvariantCulture);

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public string ControllerAddress => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{ControllerPort}");

    public string DataFolder => Path.Combine(Folder, "data");

    public string LogFolder => Path.Combine(Folder, "logs");

    public string PropertiesFile => Path.Combine(Folder, "server.properties");

    /// <summary>What the broker writes to standard output and error.</summary>
    public string OutputFile => Path.Combine(Folder, "output.log");

    public string GcLogFile => Path.Combine(LogFolder, "gc.log");
}
