using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

/// <summary>A parsed expression over named values: constraints, conditions and objectives are written in it.</summary>
public abstract class Expression
{
    /// <summary>The names that the expression reads.</summary>
    public abstract IReadOnlySet<string> Names { get; }

    /// <summary>The value, or null when a name it needs has none (an inactive parameter, a metric that was not measured).</summary>
    public abstract ParameterValue? Evaluate(Func<string, ParameterValue?> lookup);
}
