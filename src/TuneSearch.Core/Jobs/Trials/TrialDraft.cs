using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Trials;

/// <summary>A trial that a phase wants run, before the job gives it a number and a lane.</summary>
internal sealed record TrialDraft(TrialPurpose Purpose, Configuration Configuration, ImmutableArray<Episode> Episodes)
{
    public int Walker { get; init; }

    public double Temperature { get; init; }

    public string Move { get; init; } = string.Empty;

    public FutilityRule? Futility { get; init; }

    public TrialPlan Numbered(int number, int lane) => new(number, Purpose, Configuration, Episodes)
    {
        Walker = Walker,
        Temperature = Temperature,
        Move = Move,
        Futility = Futility,
        Lane = lane,
    };
}
