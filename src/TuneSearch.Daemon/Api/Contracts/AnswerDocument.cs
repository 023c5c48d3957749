using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>A job's answer as JSON hands it out (<c>best --format json</c>). Gains and effects are relative to the baseline, positive is better.</summary>
public sealed record AnswerDocument(
    Verdict Verdict,
    GainDocument Objective,
    Configuration Configuration,
    ImmutableArray<ChangeDocument> Changes,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, GainDocument>> Profiles,
    ImmutableArray<string> Notes)
{
    /// <inheritdoc cref="JobAnswer.FromGate"/>
    public bool FromGate { get; init; }

    public static AnswerDocument From(JobAnswer answer, SearchSpace space) => new(
        answer.Verdict,
        GainDocument.From(answer.Objective),
        answer.Configuration,
        [.. answer.Changes.Select(change => ChangeDocument.From(change, space))],
        answer.Profiles.ToImmutableSortedDictionary(
            profile => profile.Key,
            profile => profile.Value.ToImmutableSortedDictionary(metric => metric.Key, metric => GainDocument.From(metric.Value))),
        answer.Notes)
    {
        FromGate = answer.FromGate,
    };
}
