using TuneSearch.Core.Randomness;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load;

/// <summary>What the parts of one run share.</summary>
internal sealed class RunContext(LoadTarget target, LoadRequest request, LoadOptions options, MonotonicClock clock, CancellationToken stop)
{
    public LoadTarget Target => target;

    public LoadRequest Request => request;

    public LoadOptions Options => options;

    public MonotonicClock Clock => clock;

    public CancellationToken Stop => stop;

    public MeasuringWindow Window { get; } = new();

    public ClientErrors Errors { get; } = new();

    public StatisticsChannel Statistics { get; } = new();

    public ClientFactory Clients { get; } = new(target, request.Settings, request.Episode.Duration);

    /// <summary>Written into every message, so that no other run's is counted.</summary>
    public uint Run { get; } = (uint)CounterRandom.DeriveSeed(request.Episode.Seed, "run/" + request.Name);

    /// <summary>Messages that may lie unread: two thirds of what one partition keeps, for they may all lie in one.</summary>
    public long? MostUnread(ProfilePlan plan)
    {
        if (target.RetainedBytesPerPartition is not { } bytes)
        {
            return null;
        }

        var mean = plan.Payloads(0).Payloads.Average(payload => (double)payload.Length);
        return Math.Max(32, (long)(bytes * (2.0 / 3) / mean));
    }
}
