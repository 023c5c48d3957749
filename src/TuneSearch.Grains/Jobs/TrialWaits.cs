using TuneSearch.Core.Jobs.Trials;

namespace TuneSearch.Grains.Jobs;

/// <summary>Which of a job's trials wait for a test cluster that they may not have yet. Pure.</summary>
internal sealed class TrialWaits
{
    private readonly SortedDictionary<int, string> _reasons = [];

    /// <summary>What the first of them waits for; null where none waits.</summary>
    public string? Reason => _reasons.Values.FirstOrDefault();

    /// <param name="number">The trial's.</param>
    /// <param name="reason">What it waits for; null where it is at work or has ended.</param>
    public void Note(int number, string? reason)
    {
        if (reason is null)
        {
            _reasons.Remove(number);
        }
        else
        {
            _reasons[number] = reason;
        }
    }

    /// <summary>Whether all of them wait, so that nothing is measured.</summary>
    public bool AreAll(IReadOnlyCollection<TrialPlan> inFlight) => inFlight.Count > 0 && inFlight.All(plan => _reasons.ContainsKey(plan.Number));
}
