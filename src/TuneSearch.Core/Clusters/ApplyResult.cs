using System.Text.Json.Serialization;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Core.Clusters;

/// <summary>What applying a configuration came to. <see cref="Failure"/> is null where it now runs.</summary>
/// <param name="Restarts">Broker restarts that it took.</param>
/// <param name="Changes">Settings that differed from what ran before.</param>
/// <param name="Failure"><see cref="Infeasible"/> with the broker's own words, or <see cref="Faulted"/>.</param>
public sealed record ApplyResult(int Restarts, int Changes, TrialOutcome? Failure = null)
{
    [JsonIgnore]
    public bool Succeeded => Failure is null;
}
