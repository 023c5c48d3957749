using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Export;

/// <summary>An answer, or its undo, as exporters see it. Pure.</summary>
/// <param name="Lines">The settings that change, by name.</param>
/// <param name="Whole">The whole configuration afterwards.</param>
public sealed record Answer(JobSpec Job, JobAnswer Source, bool IsUndo, ImmutableArray<AnswerLine> Lines, Configuration Whole)
{
    /// <summary>Which settings are thread pools, and what clients call a setting, is the same in every version known.</summary>
    internal static readonly KafkaCatalogue Catalogue = CatalogueReader.Read(CatalogueReader.Versions[^1]);

    private static readonly KafkaParameterCatalogue Known = new();

    public static Answer Of(JobSpec job, JobAnswer answer) => new(job, answer, IsUndo: false, LinesOf(job, answer), answer.Configuration);

    /// <summary>The way back to the configuration that runs today. A setting that the baseline leaves at its default is unset, not set to it.</summary>
    public static Answer Undo(JobSpec job, JobAnswer answer) => new(
        job,
        answer,
        IsUndo: true,
        [.. LinesOf(job, answer).Select(l => l with { Before = l.After, After = Unset(l) })],
        job.Baseline);

    internal IEnumerable<AnswerLine> In(params ParameterScope[] scopes) => Lines.Where(l => scopes.Contains(l.Parameter.Scope));

    private static string? Unset(AnswerLine line) =>
        line.Parameter.Scope is ParameterScope.Os or ParameterScope.Infra || line.Before != line.Default ? line.Before : null;

    /// <summary>In the Kafka version that the space names; where it names none, in every version alike, as any of them may run.</summary>
    private static string? DefaultOf(JobSpec job, Parameter parameter)
    {
        KafkaCatalogue[] versions = job.Space.Catalogue is { } named && Known.Read(named) is { } own ? [own] : [.. CatalogueReader.Versions.Select(CatalogueReader.Read)];
        var defaults = versions.Select(version => version.Find(parameter.Scope, parameter.SettingName)?.Default.ToString()).OfType<string>().Distinct().ToList();
        return defaults switch
        {
            [] => parameter.Default.ToString(),
            [var one] => one,
            _ => null,
        };
    }

    private static ImmutableArray<AnswerLine> LinesOf(JobSpec job, JobAnswer answer) =>
    [
        .. answer.Changes.Where(c => job.Space.Find(c.Parameter) is not null).OrderBy(c => c.Parameter, StringComparer.Ordinal)
            .Select(c => (Change: c, Parameter: job.Space.Find(c.Parameter)!))
            .Select(c => new AnswerLine(c.Parameter, c.Change.Baseline?.ToString(), c.Change.Tuned.ToString(), c.Change.Effect)
            {
                Default = DefaultOf(job, c.Parameter),
                IsPool = Catalogue.Find(c.Parameter.Scope, c.Parameter.SettingName)?.IsPool ?? false,
            }),
    ];
}
