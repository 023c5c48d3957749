using System.Collections.Immutable;

namespace TuneSearch.Core.Planning;

/// <summary>
/// The steps in which a running broker lets its thread pools be resized: a value v over a current c is refused unless
/// v ≥ 1, v ≥ c/2 (whole-number division) and v ≤ 2c (Kafka, DynamicThreadPool.validateReconfiguration).
/// </summary>
public static class PoolLadder
{
    public static bool IsLegal(int current, int next) => next == current || (next >= 1 && next >= current / 2 && next <= 2L * current);

    /// <summary>
    /// The values to set one after the other before the last step. One value is set for all brokers at once, so each must be legal for every one.
    /// </summary>
    /// <param name="current">What counts on each broker now.</param>
    /// <param name="landing">What will count on each after the last step.</param>
    /// <returns>Null where no such values exist: the brokers run too different sizes.</returns>
    public static ImmutableArray<int>? Rungs(IReadOnlyList<int> current, IReadOnlyList<int> landing)
    {
        var rungs = ImmutableArray.CreateBuilder<int>();
        var now = current;

        // From one of these values every broker may land: landing ≤ 2r, and landing ≥ r/2 in whole numbers, which is r ≤ 2·landing + 1.
        var lowest = (landing.Max() + 1) / 2;
        var highest = 2L * landing.Min() + 1;
        while (!now.Zip(landing).All(pair => IsLegal(pair.First, pair.Second)))
        {
            var least = Math.Max(1, now.Max() / 2);
            var most = 2L * now.Min();
            if (least > most || lowest > highest)
            {
                return null;
            }

            var aim = landing.Min() == landing.Max() ? landing[0] : Math.Clamp((long)now.Max(), lowest, highest);
            var rung = (int)Math.Clamp(aim, least, most);
            if (now.All(value => value == rung))
            {
                return null;
            }

            rungs.Add(rung);
            now = [.. current.Select(_ => rung)];
        }

        return rungs.ToImmutable();
    }
}
