using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>A configuration as a row of a regression on the lines of a diff: the first column of each line is 0 at the baseline's value and 1 at the tuned one.</summary>
/// <remarks>
/// Configurations between, beyond and beside the two, which the search has tried, get further columns that are 0 at both: so they bend what is believed on the way
/// and not what the line itself brings. Parameters that the diff leaves alone have a column too, so that what they did is not put down to a line.
/// </remarks>
internal sealed class LineColumns
{
    /// <summary>A setting that is right rather than finely tuned has most of its effect a third of the way.</summary>
    private const double EarlyBend = 3;
    private readonly List<Func<Configuration, double>> _columns = [];

    public LineColumns(SearchSpace space, Configuration baseline, ImmutableArray<SettingChange> lines)
    {
        Lines = lines.Length;
        var ways = lines.Select(line => new Way(space.Find(line.Parameter)!, line)).ToArray();
        _columns.AddRange(ways.Select(way => (Func<Configuration, double>)(c => Math.Clamp(way.Of(c), 0, 1))));
        foreach (var way in ways)
        {
            if (way.IsOrdered)
            {
                _columns.Add(c => Math.Min(1, EarlyBend * Math.Clamp(way.Of(c), 0, 1)) - Math.Clamp(way.Of(c), 0, 1));
            }

            _columns.Add(c => way.IsElsewhere(c) ? 1 : 0);
        }

        var named = lines.Select(line => line.Parameter).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in space.Parameters.Where(p => !named.Contains(p.Name)))
        {
            var known = baseline.TryGet(parameter.Name, out var was) ? was : (ParameterValue?)null;
            _columns.Add(c => c.TryGet(parameter.Name, out var now) && now != known ? 1 : 0);
        }
    }

    public int Lines { get; }

    public int Count => _columns.Count;

    public double[] Of(Configuration configuration) => [.. _columns.Select(column => column(configuration))];

    private sealed class Way(Parameter parameter, SettingChange line)
    {
        public bool IsOrdered => parameter.Domain.IsOrdered && line.Baseline is not null;

        /// <summary>0 at the baseline's value, 1 at the tuned one, and what lies where between and beyond.</summary>
        public double Of(Configuration configuration)
        {
            if (!configuration.TryGet(parameter.Name, out var value))
            {
                return 0;
            }

            if (!IsOrdered)
            {
                return value == line.Tuned ? 1 : 0;
            }

            var from = parameter.Domain.ToUnit(line.Baseline!.Value);
            var way = parameter.Domain.ToUnit(line.Tuned) - from;
            return way == 0 ? 0 : (parameter.Domain.ToUnit(value) - from) / way;
        }

        /// <summary>Beside the way from the baseline to the tuned value: on the other side of the baseline, or another value without order.</summary>
        public bool IsElsewhere(Configuration configuration) =>
            configuration.TryGet(parameter.Name, out var value) && (IsOrdered ? Of(configuration) < 0 : value != line.Tuned && value != line.Baseline);
    }
}
