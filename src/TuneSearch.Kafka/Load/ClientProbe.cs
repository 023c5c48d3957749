using Confluent.Kafka;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Kafka.Load;

/// <summary>Builds one producer and one consumer and throws them away: whether the client takes a configuration, without a cluster.</summary>
internal static class ClientProbe
{
    /// <summary>The client's own words, or null where it takes the settings.</summary>
    public static Infeasible? Refusal(LoadTarget target, ClientSettings settings)
    {
        var clients = new ClientFactory(target, settings, TimeSpan.Zero);
        var errors = new ClientErrors();
        var statistics = new StatisticsChannel();
        var profile = new Profile("probe");
        try
        {
            using var producer = clients.Producer(profile, "probe");
            using var consumer = clients.Consumer(profile, "probe", "probe", errors, statistics, () => { });
            return null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or KafkaException)
        {
            return new Infeasible($"The client refused the configuration: {e.Message.TrimEnd()}");
        }
    }
}
