namespace TuneSearch.Core.Expressions;

internal enum TokenKind
{
    Number,
    Word,

    /// <summary>A name in backticks: never a text.</summary>
    QuotedName,
    Text,
    Symbol,
    End,
}
