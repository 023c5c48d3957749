using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Benchmarks.Load;

/// <summary>Runs the load generators that come with Kafka and with librdkafka, and reads what they print.</summary>
internal sealed partial class OtherGenerators(KafkaDistribution distribution, string? rdkafka, string bootstrapServers)
{
    public static string? FindRdkafkaPerformance(string nameOrPath) => File.Exists(nameOrPath)
        ? nameOrPath
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, nameOrPath)).FirstOrDefault(File.Exists);

    /// <param name="settings">Beside acks=all.</param>
    public async Task<double> PerfTestAsync(string topic, int size, int records, IEnumerable<string> settings, CancellationToken cancellationToken) => Read(
        PerfTestLine(),
        await RunAsync(
            distribution.Script("kafka-producer-perf-test.sh"),
            ["--topic", topic, "--num-records", Text(records), "--record-size", Text(size), "--throughput", "-1", "--producer-props", $"bootstrap.servers={bootstrapServers}", "acks=all", .. settings],
            cancellationToken));

    /// <summary>Null where the program is not present.</summary>
    public async Task<double?> RdkafkaAsync(string topic, int size, int records, IEnumerable<KeyValuePair<string, string>> settings, CancellationToken cancellationToken) => rdkafka is null
        ? null
        : Read(RdkafkaLine(), await RunAsync(rdkafka, ["-P", .. settings.SelectMany(s => new[] { "-X", $"{s.Key}={s.Value}" }), "-t", topic, "-b", bootstrapServers, "-s", Text(size), "-c", Text(records), "-a", "-1", "-q"], cancellationToken));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Read(Regex line, string output)
    {
        var last = line.Matches(output).LastOrDefault() ?? throw new InvalidOperationException($"No rate in: {output}");
        return double.Parse(last.Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    private static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return output + await errors;
    }

    [GeneratedRegex(@"records sent, (?<rate>[\d.]+) records/sec")]
    private static partial Regex PerfTestLine();

    [GeneratedRegex(@"(?<rate>\d+)\s*msgs/s")]
    private static partial Regex RdkafkaLine();
}
