using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>What one producer is to do.</summary>
/// <param name="Number">Of the profile, from 0.</param>
/// <param name="Run">Written into every message.</param>
internal sealed record ProducerTask(ProfilePlan Plan, int Number, uint Run, PayloadPool Payloads, Backlog Backlog);
