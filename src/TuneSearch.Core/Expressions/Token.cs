namespace TuneSearch.Core.Expressions;

/// <param name="Text">The content: of a text without its quotes.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Column)
{
    public string Describe() => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => $"the text \"{Text}\"",
        _ => $"'{Text}'",
    };

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}
