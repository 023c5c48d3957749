namespace TuneSearch.Core.Expressions;

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}
