using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>What the search's own trials make believe of each line: a guess for the order of tests that costs nothing.</summary>
/// <remarks>A sparse linear fit of the cost on how far each parameter had moved from the baseline towards the tuned value. Search trials are neither balanced nor
/// independent, so the guess decides nothing.</remarks>
internal sealed class LinePrior(IReadOnlyDictionary<string, double> benefits)
{
    /// <param name="deviation">Standard deviation of a trial's cost when measured again.</param>
    public static LinePrior From(JobSpec spec, Configuration tuned, IReadOnlyList<(Configuration Configuration, double Cost)> history, double deviation)
    {
        var lines = ConfigurationDiff.Changes(spec.Space, spec.Baseline, tuned);
        var rows = history.Select(trial => lines.Select(line => Moved(spec.Space.Find(line.Parameter)!, line, trial.Configuration)).ToArray()).ToArray();
        var coefficients = SparseRegression.Fit(rows, [.. history.Select(trial => trial.Cost)], deviation);
        var size = history.Count == 0 ? 1 : Math.Abs(history.Average(trial => trial.Cost));
        return new LinePrior(lines.Select((line, i) => (line.Parameter, Benefit: coefficients.Length == 0 || size <= 0 ? 0 : -coefficients[i] / size))
            .ToDictionary(pair => pair.Parameter, pair => pair.Benefit, StringComparer.Ordinal));
    }

    /// <summary>The lines that seem not to matter, then halves of the rest; never all lines at once, for that is the baseline.</summary>
    /// <param name="small">Relative benefit up to which a line seems not to matter.</param>
    public IEnumerable<ImmutableArray<string>> Groups(ImmutableArray<string> lines, double small)
    {
        ImmutableArray<string> ordered = [.. lines.OrderBy(line => benefits.GetValueOrDefault(line))];
        var first = Math.Min(ordered.Count(line => benefits.GetValueOrDefault(line) <= small), ordered.Length - 1);
        if (ordered.All(line => benefits.GetValueOrDefault(line) == 0))
        {
            first = ordered.Length / 2;
        }

        var rest = ordered[first..];
        yield return ordered[..first];
        yield return rest[..(rest.Length / 2)];
        yield return rest[(rest.Length / 2)..];
    }

    /// <summary>0 at the baseline's value, 1 at the tuned one.</summary>
    private static double Moved(Parameter parameter, SettingChange line, Configuration configuration)
    {
        if (!configuration.TryGet(parameter.Name, out var value))
        {
            return 0;
        }

        if (!parameter.Domain.IsOrdered || line.Baseline is not { } baseline)
        {
            return value == line.Tuned ? 1 : 0;
        }

        var from = parameter.Domain.ToUnit(baseline);
        var way = parameter.Domain.ToUnit(line.Tuned) - from;
        return way == 0 ? 0 : Math.Clamp((parameter.Domain.ToUnit(value) - from) / way, 0, 1.5);
    }
}
