using TuneSearch.Core.Measurements;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Comparisons;

/// <summary>One episode on which several configurations ran, one after the other on one cluster.</summary>
internal sealed class ComparisonBlock(int index, int lane, Episode episode, IReadOnlyList<int> order)
{
    private readonly Dictionary<int, Measurement> _measured = [];
    private readonly Dictionary<int, int> _trials = [];

    public int Index => index;

    public int Lane => lane;

    public Episode Episode => episode;

    /// <summary>The arms in the order in which they run.</summary>
    public IReadOnlyList<int> Order => order;

    public Measurement? this[int arm] => _measured.GetValueOrDefault(arm);

    public bool Has(int arm) => _measured.ContainsKey(arm);

    public void Add(int arm, Measurement measurement, int trial)
    {
        _measured[arm] = measurement;
        _trials[arm] = trial;
    }

    /// <summary>The number of the trial that measured the arm.</summary>
    public int TrialOf(int arm) => _trials[arm];

    /// <summary>How many trials later the second arm ran than the first.</summary>
    public int StepsBetween(int first, int second) => IndexOf(second) - IndexOf(first);

    private int IndexOf(int arm)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i] == arm)
            {
                return i;
            }
        }

        return -1;
    }
}
