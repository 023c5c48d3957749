using TuneSearch.Core.Quantities;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

/// <summary>A part of an expression while it is put together: the node and what is known of it.</summary>
internal sealed record Operand(Expression Node, ExpressionType Type, int Column)
{
    /// <summary>In which its numbers count; null for a plain number.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The name it is, where it is just one.</summary>
    public Symbol? Symbol { get; init; }

    /// <summary>The text it is, where it was written without quotes and so may have been meant as a name.</summary>
    public string? BareWord { get; init; }

    public ParameterValue? Literal => (Node as LiteralExpression)?.Value;

    /// <summary>The operand in words: «a text», «'linger.ms'».</summary>
    public string Describe() =>
        Symbol is not null ? $"'{Symbol.Name}'"
        : Literal is { } value ? (Type == ExpressionType.Text ? $"\"{value}\"" : $"{value}")
        : "the expression";
}
