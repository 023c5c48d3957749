using System.Collections.Immutable;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Kafka.Load;

/// <summary>The load that warms the code up.</summary>
internal static class BurnIn
{
    private const string Name = "burn-in";

    public static LoadRequest For(TimeSpan length)
    {
        var profile = new Profile(Name) { Arrivals = new ClosedLoop(1000), MessageSize = new FixedSize(200), Keys = new UniformKeys(100) };
        var weights = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal).Add(Name, 1);
        var settings = ClientSettings.Defaults with { Consumer = ClientSettings.Defaults.Consumer.Add("fetch.wait.max.ms", "10") };
        return new LoadRequest(
            new Episode(0, weights, HeldOut: false) { Duration = length, MaxWarmUp = TimeSpan.Zero }, [profile], settings, "ts-" + Name);
    }
}
