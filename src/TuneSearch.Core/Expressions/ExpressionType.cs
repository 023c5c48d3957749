namespace TuneSearch.Core.Expressions;

/// <summary>What kind of value an expression has, as far as is known before it is evaluated.</summary>
public enum ExpressionType
{
    /// <summary>Not known before it is evaluated: a list of mixed values.</summary>
    Any,
    Number,
    Text,
    Boolean,
}
