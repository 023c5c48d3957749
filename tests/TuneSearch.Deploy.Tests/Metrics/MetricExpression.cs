using System.Text.RegularExpressions;

using TuneSearch.Daemon.Metrics;

namespace TuneSearch.Deploy.Tests.Metrics;

/// <summary>What a PromQL expression and the texts that go with it say about the daemon's metrics.</summary>
internal static partial class MetricExpression
{
    /// <summary>Labels that Prometheus itself gives.</summary>
    private static readonly string[] TargetLabels = ["job", "instance", "le"];

    private static readonly string[] HistogramParts = ["_bucket", "_sum", "_count"];

    /// <summary>Every name with the daemon's prefix, as written.</summary>
    public static IEnumerable<string> Names(string expression) => Name().Matches(expression).Select(match => match.Value);

    /// <summary>Names of labels in matchers, groupings and <c>{{…}}</c>.</summary>
    public static IEnumerable<string> Labels(string text) =>
        Matchers().Matches(text).Concat(Groupings().Matches(text)).SelectMany(match => Word().Matches(Quoted().Replace(match.Value, string.Empty)).Select(word => word.Value))
            .Concat(Templates().Matches(text).Select(match => match.Groups[1].Value))
            .Except(["by", "without"]);

    public static InstrumentSpec? Find(string name) => InstrumentCatalogue.All.FirstOrDefault(spec => NamesOf(spec).Contains(name, StringComparer.Ordinal));

    /// <summary>Problems of an expression and its texts: unknown metrics, and labels that none of its metrics has.</summary>
    public static IEnumerable<string> Problems(string where, string expression, params string[] texts)
    {
        var names = Names(expression).Distinct().ToArray();
        var labels = names.Select(Find).OfType<InstrumentSpec>().SelectMany(spec => spec.Labels).Concat(TargetLabels).ToHashSet(StringComparer.Ordinal);
        return names.Where(name => Find(name) is null).Select(name => $"{where}: the daemon has no metric {name}")
            .Concat(texts.Prepend(expression).SelectMany(Labels).Distinct().Where(label => !labels.Contains(label)).Select(label => $"{where}: no metric of {expression} has the label {label}"));
    }

    private static IEnumerable<string> NamesOf(InstrumentSpec spec) => spec.Kind == InstrumentKind.Histogram
        ? HistogramParts.Select(part => Instruments.PrometheusName(spec) + part)
        : [Instruments.PrometheusName(spec)];

    [GeneratedRegex("tunesearch_[a-z_]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<!\{)\{(?!\{)[^{}]*\}")]
    private static partial Regex Matchers();

    [GeneratedRegex(@"\b(?:by|without)\s*\([^)]*\)")]
    private static partial Regex Groupings();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("[a-z_]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\{\s*(?:\$labels\.)?([a-z_]+)\s*\}\}")]
    private static partial Regex Templates();
}
