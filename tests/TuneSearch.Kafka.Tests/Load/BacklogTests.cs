using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Load.Producing;

namespace TuneSearch.Kafka.Tests.Load;

public sealed class BacklogTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Room_NoBound_IsEndless() => new Backlog(null, new MonotonicClock(_time)).Room().ShouldBe(long.MaxValue);

    [Fact]
    public void Room_ReadersBehind_IsWhatTheyLeave()
    {
        var unread = 100L;
        var backlog = new Backlog(100, new MonotonicClock(_time));
        backlog.Watch(() => unread);

        backlog.Room().ShouldBe(0);
        unread = 60;
        backlog.Room().ShouldBe(40);
    }

    [Fact]
    public void Room_NoProgressForTwoSeconds_GivesTheUnreadUpForLost()
    {
        var backlog = new Backlog(100, new MonotonicClock(_time));
        backlog.Watch(() => 500);
        backlog.Room().ShouldBe(0);
        _time.Advance(TimeSpan.FromSeconds(2.1));

        backlog.Room().ShouldBe(0);

        backlog.Room().ShouldBe(100);
    }

    private sealed class ManualTime : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan span) => _now += span.Ticks;
    }
}
