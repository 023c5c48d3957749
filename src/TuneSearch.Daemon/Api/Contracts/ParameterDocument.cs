using System.Collections.Immutable;

using TuneSearch.Core.Spaces;

namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>A parameter of a job's space.</summary>
/// <param name="Domain">In words: «an integer from 1 to 64 in steps of 1».</param>
public sealed record ParameterDocument(string Name, ParameterScope Scope, string Domain, ParameterValue Default)
{
    /// <summary>Beyond this many values a page shows an axis instead of a list.</summary>
    private const int MaxListed = 64;

    /// <summary>The values in order where they are few; null for a range.</summary>
    public ImmutableArray<ParameterValue>? Values { get; init; }

    /// <summary>Of a numeric range; null for lists.</summary>
    public double? Low { get; init; }

    public double? High { get; init; }

    public bool Log { get; init; }

    public bool Frozen { get; init; }

    public UpdateMode UpdateMode { get; init; }

    public string? Unit { get; init; }

    public string? Description { get; init; }

    public static ParameterDocument From(Parameter parameter)
    {
        var shown = new ParameterDocument(parameter.Name, parameter.Scope, parameter.Domain.Describe(), parameter.Default)
        {
            Frozen = parameter.IsFrozen,
            UpdateMode = parameter.UpdateMode,
            Unit = parameter.Unit.Length == 0 ? null : parameter.Unit,
            Description = parameter.Description.Length == 0 ? null : parameter.Description,
        };
        return parameter.Domain switch
        {
            IntegerDomain integer => shown with { Low = integer.Minimum, High = integer.Maximum, Log = integer.Scale == Scale.Log },
            RealDomain real => shown with { Low = real.Minimum, High = real.Maximum, Log = real.Scale == Scale.Log },
            var domain => shown with { Values = domain.Enumerate(MaxListed) is { } values ? [.. values] : null },
        };
    }
}
