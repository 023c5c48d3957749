using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TuneSearch.Core.Validation;
using TuneSearch.Core.Workloads;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace TuneSearch.Kafka.Import;

/// <summary>Turns a workload of OpenMessaging Benchmark, and a Kafka driver file of it, into a profile. Pure.</summary>
public static partial class OpenMessagingImport
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithDuplicateKeyChecking().Build();

    /// <param name="workloadFile">What the text is called in messages, and <paramref name="driverFile"/> the driver's.</param>
    /// <exception cref="InvalidInputException">A file is no YAML, or holds no workload; or a number is none.</exception>
    public static ImportedWorkload Read(string workload, string? driver = null, string workloadFile = "workload", string driverFile = "driver")
    {
        var keys = new OpenMessagingKeys(workloadFile, Parse(workloadFile, workload));
        var lost = new List<string>();
        var topics = keys.Whole("topics", 1);
        var name = NotAllowed().Replace((keys.Text("name") ?? string.Empty).ToLowerInvariant(), "-").Trim('-');
        var profile = new Profile(name.Length > 0 ? name : "imported")
        {
            Description = $"Imported from the OpenMessaging Benchmark workload {keys.Text("name") ?? "without a name"}.",
            Topics = ProfileLimits.Keep(nameof(Profile.Topics), topics, "workload.topics", lost),
            PartitionsPerTopic = ProfileLimits.Keep(nameof(Profile.PartitionsPerTopic), keys.Whole("partitionsPerTopic", 1), "workload.partitionsPerTopic", lost),
            MessageSize = new FixedSize((int)ProfileLimits.Keep(typeof(FixedSize), nameof(FixedSize.Bytes), keys.Whole("messageSize", 1024), "workload.messageSize", lost)),
            Producers = ProfileLimits.Keep(nameof(Profile.Producers), (long)topics * keys.Whole("producersPerTopic", 1), "workload.producersPerTopic, over all topics", lost),
            ConsumerGroups = ProfileLimits.Keep(nameof(Profile.ConsumerGroups), keys.Whole("subscriptionsPerTopic", 1), "workload.subscriptionsPerTopic", lost),
            ConsumersPerGroup = ProfileLimits.Keep(nameof(Profile.ConsumersPerGroup), (long)topics * keys.Whole("consumerPerSubscription", 1), "workload.consumerPerSubscription, over all topics", lost),
            Arrivals = Arrivals(keys, lost),
            Keys = Keys(keys, lost),
            PayloadEntropy = Entropy(keys, lost),
        };
        Forget(keys, lost);
        lost.AddRange(keys.Unread.Select(key => $"workload.{key}: not known here"));
        var problems = keys.Problems.ToList();
        if (keys.KnewNone)
        {
            problems.Add(new Problem(workloadFile, "it holds no key of an OpenMessaging Benchmark workload, such as topics or messageSize", "Give a workload of OpenMessaging Benchmark; files of TuneSearch need no import."));
        }

        var client = ImmutableSortedDictionary<string, string>.Empty;
        if (driver is not null)
        {
            var driverKeys = new OpenMessagingKeys(driverFile, Parse(driverFile, driver));
            (profile, client) = OpenMessagingDriver.Apply(driverKeys, profile, lost);
            problems.AddRange(driverKeys.Problems);
        }

        return problems.Count == 0
            ? new ImportedWorkload(profile, client, [.. lost])
            : throw new InvalidInputException(problems);
    }

    private static ArrivalProcess Arrivals(OpenMessagingKeys keys, List<string> lost)
    {
        var rate = keys.Real("producerRate", 0);
        if (rate > 0)
        {
            return new ConstantArrivals(ProfileLimits.Keep(typeof(ConstantArrivals), nameof(ConstantArrivals.Rate), rate, "workload.producerRate", lost));
        }

        lost.Add("workload.producerRate: 0 lets OpenMessaging Benchmark look for the highest rate without backlog; here producers send as fast as acknowledgements come (closed loop)");
        return new ClosedLoop();
    }

    private static KeyDistribution Keys(OpenMessagingKeys keys, List<string> lost)
    {
        // It draws from 10,000 keys (KeyDistributor.UNIQUE_COUNT).
        const int Distinct = 10_000;
        switch (keys.Text("keyDistributor"))
        {
            case null or "NO_KEY":
                return new NoKeys();
            case "RANDOM_NANO":
                return new UniformKeys(Distinct);
            case "KEY_ROUND_ROBIN":
                lost.Add("workload.keyDistributor: KEY_ROUND_ROBIN takes its keys in turn; here they are drawn evenly at random");
                return new UniformKeys(Distinct);
            case var other:
                lost.Add($"workload.keyDistributor: '{other}' is not known here; no keys are used");
                return new NoKeys();
        }
    }

    private static double Entropy(OpenMessagingKeys keys, List<string> lost)
    {
        var ratio = keys.Real("randomBytesRatio", 0);
        if (keys.Text("useRandomizedPayloads") == "true")
        {
            return Math.Clamp(ratio, 0, 1);
        }

        if (keys.Text("payloadFile") is { } file)
        {
            lost.Add($"workload.payloadFile: the bytes of {file} are not carried over; payloadEntropy stays {new Profile("x").PayloadEntropy.ToString(CultureInfo.InvariantCulture)}, set it to how well they compress");
        }

        return new Profile("x").PayloadEntropy;
    }

    private static void Forget(OpenMessagingKeys keys, List<string> lost)
    {
        foreach (var (key, where) in new[]
        {
            ("testDurationMinutes", "how long an episode measures is the job's: mixture.duration"),
            ("warmupDurationMinutes", "how long it warms up is found by a steady-state test: mixture.maxWarmUp is its limit"),
            ("consumerBacklogSizeGB", "backlogs that are built and drained have no counterpart"),
            ("backlogDrainRatio", "backlogs that are built and drained have no counterpart"),
            ("randomizedPayloadPoolSize", "every payload is drawn anew from the episode's seed"),
            ("sampleRateMillis", "nothing is sampled: every message is recorded"),
            ("logIntervalMillis", "progress is shown by 'tunesearch watch'"),
        })
        {
            if (keys.Text(key) is { } value && value is not "0")
            {
                lost.Add($"workload.{key}: {value}; {where}");
            }
        }
    }

    private static Dictionary<string, object?> Parse(string what, string text)
    {
        try
        {
            return Yaml.Deserialize<Dictionary<string, object?>>(text)
                ?? throw new InvalidInputException([new Problem(what, "the file is empty", "Give a YAML file of OpenMessaging Benchmark.")]);
        }
        catch (YamlException error)
        {
            throw new InvalidInputException([new Problem($"{what}:{error.Start.Line}:{error.Start.Column}", error.InnerException?.Message ?? error.Message, "Give a YAML file of OpenMessaging Benchmark.")]);
        }
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotAllowed();
}
