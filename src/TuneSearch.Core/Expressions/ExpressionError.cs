namespace TuneSearch.Core.Expressions;

/// <param name="Column">Of the first character it is about, from 1.</param>
/// <param name="Message">What is wrong, without the expression itself.</param>
public sealed record ExpressionError(int Column, string Message, string Remedy);
