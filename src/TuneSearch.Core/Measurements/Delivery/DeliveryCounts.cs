namespace TuneSearch.Core.Measurements.Delivery;

/// <summary>Messages, summed over consumer groups: a message that two groups were to get counts twice.</summary>
/// <param name="Delivered">Acknowledged and received.</param>
/// <param name="Lost">Acknowledged and not received before the drain ended.</param>
/// <param name="Duplicated">Received again.</param>
/// <param name="OutOfOrder">Received behind a later one of the same producer and partition.</param>
public readonly record struct DeliveryCounts(long Delivered, long Lost, long Duplicated, long OutOfOrder)
{
    public static DeliveryCounts operator +(DeliveryCounts left, DeliveryCounts right) => new(
        left.Delivered + right.Delivered, left.Lost + right.Lost, left.Duplicated + right.Duplicated, left.OutOfOrder + right.OutOfOrder);
}
