namespace TuneSearch.Core.Expressions;

/// <summary>Cuts an expression into tokens. Names may hold dots and hyphens, so the known names decide where one ends.</summary>
internal sealed class Lexer(string text, ExpressionScope scope)
{
    private static readonly string[] Symbols = ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "!", "(", ")", "[", "]", ","];
    private int _at;

    public List<Token> Read()
    {
        var tokens = new List<Token>();
        do
        {
            tokens.Add(Next());
        }
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private Token Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        if (_at >= text.Length)
        {
            return new Token(TokenKind.End, string.Empty, text.Length + 1);
        }

        var c = text[_at];
        return c switch
        {
            '"' or '\'' => Quoted(c, TokenKind.Text),
            '`' => Quoted(c, TokenKind.QuotedName),
            _ when char.IsAsciiDigit(c) || (c == '.' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1])) => Number(),
            _ when IsWordStart(c) => Word(),
            _ => Symbol(),
        };
    }

    private Token Quoted(char quote, TokenKind kind)
    {
        var end = text.IndexOf(quote, _at + 1);
        if (end < 0)
        {
            throw Error(_at, $"{quote} is opened and never closed", $"Close it with another {quote}.");
        }

        return Take(kind, end + 1 - _at, text[(_at + 1)..end]);
    }

    private Token Number()
    {
        var length = Quantities.Quantity.NumberLength(text.AsSpan(_at));
        if (length == 0)
        {
            throw Error(_at, $"'{text[_at..]}' is not a number", "Write digits, with a point and an exponent if need be: 0.5, 20, 1e6.");
        }

        while (_at + length < text.Length && (char.IsLetter(text[_at + length]) || text[_at + length] == '%'))
        {
            length++;
        }

        return Take(TokenKind.Number, length, text.Substring(_at, length));
    }

    private Token Word()
    {
        var end = _at;
        while (end < text.Length && (IsWordPart(text[end]) || (text[end] == '-' && end + 1 < text.Length && IsWordPart(text[end + 1]))))
        {
            end++;
        }

        // «a-b» may be one name or a difference: the longest known name wins, then the whole word as a text, then the first part.
        for (var cut = end; cut > _at; cut = text.LastIndexOf('-', cut - 1, cut - _at))
        {
            if (scope.Find(text[_at..cut]) is not null)
            {
                return Take(TokenKind.Word, cut - _at, text[_at..cut]);
            }
        }

        var hyphen = scope.IsOpen ? text.IndexOf('-', _at, end - _at) : -1;
        var length = (hyphen < 0 ? end : hyphen) - _at;
        return Take(TokenKind.Word, length, text.Substring(_at, length));
    }

    private Token Symbol()
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, _at, symbol, 0, symbol.Length) == 0)
            {
                return Take(TokenKind.Symbol, symbol.Length, symbol);
            }
        }

        var remedy = text[_at] switch
        {
            '=' => "Write == to compare.",
            '&' => "Write && for «and».",
            '|' => "Write || for «or».",
            _ => "Remove it, or put a text in quotes and a name in backticks.",
        };
        throw Error(_at, $"'{text[_at]}' means nothing here", remedy);
    }

    private Token Take(TokenKind kind, int length, string content)
    {
        var token = new Token(kind, content, _at + 1);
        _at += length;
        return token;
    }

    private static bool IsWordStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';

    private static ExpressionSyntaxException Error(int at, string message, string remedy) => new(new ExpressionError(at + 1, message, remedy));
}
