using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

/// <summary>A parsed expression over named values: constraints, conditions and objectives are written in it.</summary>
public abstract class Expression
{
    /// <summary>The names that the expression reads.</summary>
    public abstract IReadOnlySet<string> Names { get; }

    /// <summary>The value, or null when a name it needs has none (an inactive parameter, a metric that was not measured).</summary>
    /// <remarks>
    /// Logic is three-valued (Kleene): «false &amp;&amp; nothing» is false and «true || nothing» is true, whatever the nothing would have been.
    /// </remarks>
    public abstract ParameterValue? Evaluate(Func<string, ParameterValue?> lookup);

    /// <summary>Both sides of an expression of the form «a &lt;= b» or «a &gt;= b» (or without the equals sign); null for any other.</summary>
    public (Expression Left, LimitDirection Direction, Expression Right)? AsLimit() => this is not ComparisonExpression comparison ? null
        : comparison.Operator switch
        {
            ComparisonOperator.Less or ComparisonOperator.AtMost => (comparison.Left, LimitDirection.AtMost, comparison.Right),
            ComparisonOperator.Greater or ComparisonOperator.AtLeast => (comparison.Left, LimitDirection.AtLeast, comparison.Right),
            _ => null,
        };

    /// <summary>Bounds on the values that the expression takes while its names stay in theirs: never too narrow, often too wide.</summary>
    internal abstract ValueRange Bounds(Func<string, ValueRange> lookup);

    private protected static IReadOnlySet<string> Union(params ReadOnlySpan<Expression> parts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            names.UnionWith(part.Names);
        }

        return names;
    }
}
