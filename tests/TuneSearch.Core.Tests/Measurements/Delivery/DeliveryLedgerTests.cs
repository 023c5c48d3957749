using FsCheck;
using FsCheck.Xunit;
using TuneSearch.Core.Measurements.Delivery;

namespace TuneSearch.Core.Tests.Measurements.Delivery;

public sealed class DeliveryLedgerTests
{
    [Fact]
    public void Settle_AllReceived_NothingIsAmiss() =>
        DeliveryLedger.Settle([Set(0, 1, 2)], [[Record(0, 1, 2)]]).ShouldBe(new DeliveryCounts(3, 0, 0, 0));

    [Fact]
    public void Settle_OneMissing_IsLost() =>
        DeliveryLedger.Settle([Set(0, 1, 2)], [[Record(0, 2)]]).ShouldBe(new DeliveryCounts(2, 1, 0, 0));

    [Fact]
    public void Settle_ReceivedTwiceByOne_IsDuplicated() =>
        DeliveryLedger.Settle([Set(0, 1)], [[Record(0, 1, 1)]]).ShouldBe(new DeliveryCounts(2, 0, 1, 0));

    [Fact]
    public void Settle_ReceivedByTwoOfAGroup_IsDuplicated() =>
        DeliveryLedger.Settle([Set(0, 1)], [[Record(0, 1), Record(1)]]).ShouldBe(new DeliveryCounts(2, 0, 1, 0));

    [Fact]
    public void Settle_TwoGroups_EachIsOwedEveryMessage() =>
        DeliveryLedger.Settle([Set(0, 1)], [[Record(0, 1)], [Record(0)]]).ShouldBe(new DeliveryCounts(3, 1, 0, 0));

    [Fact]
    public void Settle_BehindALaterOneOfItsPartition_IsOutOfOrder() =>
        DeliveryLedger.Settle([Set(0, 1, 2)], [[Record(0, 2, 1)]]).ShouldBe(new DeliveryCounts(3, 0, 0, 1));

    [Fact]
    public void Settle_BehindALaterOneOfAnotherPartition_IsInOrder()
    {
        var record = new DeliveryRecord(1);
        record.Add(0, 0, partition: 1, sequence: 5);
        record.Add(0, 0, partition: 0, sequence: 4);

        DeliveryLedger.Settle([Set(4, 5)], [[record]]).ShouldBe(new DeliveryCounts(2, 0, 0, 0));
    }

    [Fact]
    public void Settle_ReceivedButNeverAcknowledged_IsNotDelivered() =>
        DeliveryLedger.Settle([Set(0)], [[Record(0, 1)]]).ShouldBe(new DeliveryCounts(1, 0, 0, 0));

    [Property]
    public bool Settle_AnyHistory_DeliveredAndLostAreWhatWasAcknowledged(byte[] acknowledged, byte[] received)
    {
        var counts = DeliveryLedger.Settle([Set([.. acknowledged.Select(x => (long)x)])], [[Record([.. received.Select(x => (long)x)])]]);

        return counts.Delivered + counts.Lost == acknowledged.Distinct().Count()
            && counts.Delivered == acknowledged.Intersect(received).Count()
            && counts.Duplicated == received.Length - received.Distinct().Count();
    }

    [Property]
    public bool SequenceSet_AnyNumbers_IsASet(ushort[] numbers, ushort[] others)
    {
        var set = Set([.. numbers.Select(x => (long)x)]);
        var other = Set([.. others.Select(x => (long)x)]);
        var common = set.CountCommon(other);
        var missing = set.CountMissingFrom(other);
        set.Except(other);

        return common == numbers.Intersect(others).Count() && missing == numbers.Except(others).Count() && set.Count == missing
            && numbers.All(number => set.Contains(number) != others.Contains(number));
    }

    private static SequenceSet Set(params long[] numbers)
    {
        var set = new SequenceSet();
        foreach (var number in numbers)
        {
            set.Add(number);
        }

        return set;
    }

    private static DeliveryRecord Record(params long[] numbers)
    {
        var record = new DeliveryRecord(1);
        foreach (var number in numbers)
        {
            record.Add(0, 0, 0, number);
        }

        return record;
    }
}
