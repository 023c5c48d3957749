using System.Globalization;
using System.Text;

namespace TuneSearch.Daemon.PackageSets.Exposition;

/// <summary>Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(Escape(family.Help, quotes: false)).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Type).Append('\n');
            foreach (var sample in family.Samples)
            {
                Write(text, family.Name, sample);
            }
        }

        return text.ToString();
    }

    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ when double.IsNaN(value) => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static void Write(StringBuilder text, string name, MetricSample sample)
    {
        text.Append(name).Append(sample.Suffix);
        if (!sample.Labels.IsEmpty)
        {
            text.Append('{').AppendJoin(',', sample.Labels.Select(label => $"{label.Key}=\"{Escape(label.Value, quotes: true)}\"")).Append('}');
        }

        text.Append(' ').Append(Number(sample.Value)).Append('\n');
    }

    private static string Escape(string value, bool quotes)
    {
        var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }
}
