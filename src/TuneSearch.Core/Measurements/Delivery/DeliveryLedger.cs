namespace TuneSearch.Core.Measurements.Delivery;

/// <summary>Settles what was acknowledged against what each consumer group received.</summary>
public static class DeliveryLedger
{
    /// <param name="acknowledged">By producer: the measured messages that the cluster took responsibility for.</param>
    /// <param name="groups">By consumer group: the records of its consumers.</param>
    public static DeliveryCounts Settle(IReadOnlyList<SequenceSet> acknowledged, IReadOnlyList<IReadOnlyList<DeliveryRecord>> groups)
    {
        var counts = new DeliveryCounts();
        foreach (var group in groups)
        {
            counts += SettleGroup(acknowledged, group);
        }

        return counts;
    }

    private static DeliveryCounts SettleGroup(IReadOnlyList<SequenceSet> acknowledged, IReadOnlyList<DeliveryRecord> group)
    {
        long delivered = 0, lost = 0;
        var duplicated = group.Sum(record => record.Duplicated);
        for (var producer = 0; producer < acknowledged.Count; producer++)
        {
            var union = new SequenceSet();
            foreach (var record in group)
            {
                var seen = record.Seen(producer);
                // A partition that changed hands: what both consumers saw was delivered twice.
                duplicated += union.CountCommon(seen);
                union.Union(seen);
            }

            delivered += acknowledged[producer].CountCommon(union);
            lost += acknowledged[producer].CountMissingFrom(union);
        }

        return new DeliveryCounts(delivered, lost, duplicated, group.Sum(record => record.OutOfOrder));
    }
}
