using System.Collections.Immutable;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Answers;

/// <summary>What the search found, with its evidence.</summary>
public sealed record JobAnswer(Verdict Verdict, Configuration Configuration)
{
    /// <summary>Relative improvement of the objective over the baseline, positive is better, with its 95 % interval.</summary>
    public Estimate Objective { get; init; } = new(0);

    /// <summary>Whether the gain is from the gate's own pairs, which chose the answer, for want of fresh ones: somewhat flattering.</summary>
    public bool FromGate { get; init; }

    /// <summary>Each setting that differs from the baseline.</summary>
    public ImmutableArray<SettingChange> Changes { get; init; } = [];

    /// <summary>By profile and metric: the relative change, positive is better, as the gate saw it.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, Estimate>> Profiles { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, Estimate>>.Empty;

    /// <summary>What a reader has to know: why the baseline won, what the budget could not show, what drifted.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
