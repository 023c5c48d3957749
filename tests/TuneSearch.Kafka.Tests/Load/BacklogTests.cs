using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Tests.Load;

public sealed class BacklogTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void MaySend_NoBound_IsAlwaysYes() => new Backlog(null, new MonotonicClock(_time)).MaySend(0).ShouldBeTrue();

    [Fact]
    public void MaySend_ReadersBehind_WaitsForThem()
    {
        var unread = 100L;
        var backlog = new Backlog(100, new MonotonicClock(_time));
        backlog.Watch(() => unread);

        backlog.MaySend(16).ShouldBeFalse();
        unread = 99;
        backlog.MaySend(16).ShouldBeTrue();
    }

    [Fact]
    public void MaySend_BetweenTwoLooks_IsYes()
    {
        var backlog = new Backlog(1, new MonotonicClock(_time));
        backlog.Watch(() => 1000);

        backlog.MaySend(17).ShouldBeTrue();
    }

    [Fact]
    public void MaySend_NoProgressForTwoSeconds_GivesTheUnreadUpForLost()
    {
        var backlog = new Backlog(100, new MonotonicClock(_time));
        backlog.Watch(() => 500);
        backlog.MaySend(0).ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(2.1));

        backlog.MaySend(0).ShouldBeFalse();

        backlog.MaySend(0).ShouldBeTrue();
    }

    private sealed class ManualTime : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan span) => _now += span.Ticks;
    }
}
