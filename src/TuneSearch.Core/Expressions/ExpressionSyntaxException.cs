namespace TuneSearch.Core.Expressions;

/// <summary>Leaves the parser where the text stops making sense; never leaves this folder.</summary>
internal sealed class ExpressionSyntaxException(ExpressionError error) : Exception(error.Message)
{
    public ExpressionError Error { get; } = error;
}
