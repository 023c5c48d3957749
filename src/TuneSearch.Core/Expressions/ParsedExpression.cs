using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace TuneSearch.Core.Expressions;

/// <summary>What parsing came to: an expression and its type, or errors.</summary>
public sealed record ParsedExpression(Expression? Expression, ExpressionType Type, ImmutableArray<ExpressionError> Errors)
{
    [MemberNotNullWhen(true, nameof(Expression))]
    public bool IsValid => Expression is not null && Errors.IsEmpty;
}
