using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Statistics;

/// <summary>Which few of many items are at fault, from tests of whole groups that tell only whether any of the group is.</summary>
/// <remarks>
/// Group testing (Dorfman, «The detection of defective members of large populations», 1943) with what the tests make believe of all items together, which says what group
/// to test next (Sobel and Groll, «Group testing to eliminate efficiently all defectives in a binomial sample», 1959). Drawn by Gibbs sampling, the share at fault along with the items.
/// </remarks>
/// <param name="items">How many there are, numbered from 0.</param>
public sealed class GroupTests(int items)
{
    private const int Chains = 4;
    private const int Settling = 100;
    private const int Kept = 150;

    /// <summary>One item in eight is believed to be at fault, as strongly as eight items could tell.</summary>
    private const double PriorAtFault = 1;
    private const double PriorSound = 7;

    /// <summary>Faults that several items have together and none of them alone, and tests that err.</summary>
    private const double Error = 0.03;
    private readonly List<(int[] Group, double Fault)> _tests = [];

    /// <summary>Whether any test found a fault, however unsurely.</summary>
    public bool FoundAny => _tests.Any(test => test.Fault > 0);

    /// <param name="fault">How surely a fault was seen, 0 to 1.</param>
    public void Add(IEnumerable<int> group, double fault) => _tests.Add(([.. group], fault));

    /// <summary>Draws of the items: 1 where it is at fault.</summary>
    public double[][] Draw(ulong seed)
    {
        var testsOf = Enumerable.Range(0, items).Select(item => Enumerable.Range(0, _tests.Count).Where(test => _tests[test].Group.Contains(item)).ToArray()).ToArray();
        var draws = new List<double[]>(Chains * Kept);
        for (var chain = 0; chain < Chains; chain++)
        {
            var random = CounterRandom.For(seed, "group-tests", (ulong)chain);
            var atFault = new bool[items];
            var counts = new int[_tests.Count];
            for (var sweep = 0; sweep < Settling + Kept; sweep++)
            {
                Sweep(atFault, counts, testsOf, ref random);
                if (sweep >= Settling)
                {
                    draws.Add([.. atFault.Select(isAtFault => isAtFault ? 1.0 : 0)]);
                }
            }
        }

        return [.. draws];
    }

    private void Sweep(bool[] atFault, int[] counts, int[][] testsOf, ref CounterRandom random)
    {
        var faults = atFault.Count(isAtFault => isAtFault);
        var share = GammaDraw.Share(ref random, PriorAtFault + faults, PriorSound + items - faults);
        for (var item = 0; item < items; item++)
        {
            var odds = Math.Log(share / (1 - share));
            foreach (var test in testsOf[item])
            {
                var others = counts[test] - (atFault[item] ? 1 : 0);
                odds += others > 0 ? 0 : Math.Log(Chance(_tests[test].Fault) / Chance(1 - _tests[test].Fault));
            }

            var now = random.NextDouble() < 1 / (1 + Math.Exp(-odds));
            if (now != atFault[item])
            {
                atFault[item] = now;
                foreach (var test in testsOf[item])
                {
                    counts[test] += now ? 1 : -1;
                }
            }
        }
    }

    private static double Chance(double seen) => Error + ((1 - (2 * Error)) * seen);
}
