using Confluent.Kafka;
using NSubstitute;
using TuneSearch.Kafka.Load;
using TuneSearch.Testing.Time;

namespace TuneSearch.Kafka.Tests.Load;

public sealed class ReaderClosingTests : IDisposable
{
    private readonly ManualResetEventSlim _leave = new();
    private readonly IConsumer<Ignore, Ignore> _reader = Substitute.For<IConsumer<Ignore, Ignore>>();
    private readonly List<Error> _failed = [];
    private readonly ManualTime _time = new();

    public void Dispose()
    {
        _leave.Set();
        _leave.Dispose();
    }

    [Fact]
    public async Task CloseAsync_Reader_IsClosedAndDisposed()
    {
        await ReaderClosing.CloseAsync(_reader, _failed.Add, _time);

        Received.InOrder(() =>
        {
            _reader.Close();
            _reader.Dispose();
        });
        _failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task CloseAsync_ReaderThatFails_IsToldOfAndDisposed()
    {
        _reader.When(reader => reader.Close()).Throw(new KafkaException(new Error(ErrorCode.Local_State, "in another state")));

        await ReaderClosing.CloseAsync(_reader, _failed.Add, _time);

        _failed.ShouldHaveSingleItem().Code.ShouldBe(ErrorCode.Local_State);
        _reader.Received().Dispose();
    }

    [Fact]
    public async Task CloseAsync_ReaderThatNeverComesBack_IsLeftBehindAfterAWhile()
    {
        _reader.When(reader => reader.Close()).Do(_ => _leave.Wait());

        var closing = ReaderClosing.CloseAsync(_reader, _failed.Add, _time);
        closing.IsCompleted.ShouldBeFalse();
        _time.Advance(ReaderClosing.Patience);
        await closing;

        _failed.ShouldHaveSingleItem().Code.ShouldBe(ErrorCode.Local_TimedOut);
        _reader.DidNotReceive().Dispose();
    }
}
