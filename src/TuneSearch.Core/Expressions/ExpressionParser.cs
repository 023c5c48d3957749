using System.Collections.Immutable;
using TuneSearch.Core.Quantities;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

/// <summary>Reads expressions: «delivery.timeout.ms >= linger.ms + request.timeout.ms», «compression.type in [lz4, zstd]».</summary>
/// <remarks>
/// A Pratt parser (Pratt, «Top Down Operator Precedence», 1973). Loosest to tightest: ||, &amp;&amp;, comparisons and «in» (which
/// do not chain), + and -, * and /, unary - and !. Number literals may carry a unit and are then in base units, or in the unit
/// of the name they meet.
/// </remarks>
public sealed class ExpressionParser
{
    private const int MaxLength = 10_000;
    private const int MaxDepth = 100;
    private const int ComparisonPower = 3;
    private const int UnaryPower = 6;
    private readonly ExpressionScope _scope;
    private readonly TypeRules _rules;
    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;

    private ExpressionParser(string text, ExpressionScope scope)
    {
        _scope = scope;
        _rules = new TypeRules(scope);
        _tokens = new Lexer(text, scope).Read();
    }

    private Token Current => _tokens[_at];

    /// <summary>Parses and checks types. Syntax errors end at the first, type errors are all reported.</summary>
    /// <param name="wanted">What the whole must be; <see cref="ExpressionType.Any"/> for either.</param>
    public static ParsedExpression Parse(string text, ExpressionScope scope, ExpressionType wanted = ExpressionType.Any)
    {
        if (text.Length > MaxLength)
        {
            return Failed(new ExpressionError(1, $"the expression has {text.Length} characters, more than {MaxLength}", "Split it into several."));
        }

        try
        {
            return new ExpressionParser(text, scope).Whole(wanted);
        }
        catch (ExpressionSyntaxException syntax)
        {
            return Failed(syntax.Error);
        }
    }

    private static ParsedExpression Failed(ExpressionError error) => new(null, ExpressionType.Any, [error]);

    private ParsedExpression Whole(ExpressionType wanted)
    {
        var whole = Expression(0);
        if (Current.Kind != TokenKind.End)
        {
            throw Unexpected("an operator or the end");
        }

        _rules.Require(whole, wanted);
        return new ParsedExpression(_rules.Errors.Count == 0 ? whole.Node : null, whole.Type, [.. _rules.Errors]);
    }

    private Operand Expression(int minimum)
    {
        if (++_depth > MaxDepth)
        {
            throw new ExpressionSyntaxException(new ExpressionError(Current.Column, $"parentheses are nested more than {MaxDepth} deep", "Split the expression into several."));
        }

        var left = Prefix();
        while (PowerOf(Current) is var power && power > minimum)
        {
            left = Infix(left, power);
            if (power == ComparisonPower && PowerOf(Current) == ComparisonPower)
            {
                throw new ExpressionSyntaxException(new ExpressionError(
                    Current.Column, $"comparisons do not chain: {Current.Describe()} follows another comparison", "Join two comparisons with &&."));
            }
        }

        _depth--;
        return left;
    }

    private Operand Prefix()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return Number(token);
            case TokenKind.Text:
                _at++;
                return new Operand(new LiteralExpression(ParameterValue.Text(token.Text)), ExpressionType.Text, token.Column);
            case TokenKind.QuotedName:
                _at++;
                return _rules.Name(token, isQuoted: true);
            case TokenKind.Word:
                _at++;
                return token.Text is "min" or "max" && Current.Is("(") ? Extreme(token) : _rules.Name(token, isQuoted: false);
            case TokenKind.Symbol when token.Text == "(":
                _at++;
                var inner = Expression(0);
                Expect(")");
                return inner;
            case TokenKind.Symbol when token.Text is "-" or "!":
                _at++;
                return _rules.Unary(token, Expression(UnaryPower));
            default:
                throw Unexpected("a value");
        }
    }

    private Operand Infix(Operand left, int power)
    {
        var token = Current;
        _at++;
        if (token is { Kind: TokenKind.Word, Text: "in" })
        {
            return _rules.Membership(token, left, List());
        }

        var right = Expression(power);
        return token.Text switch
        {
            "&&" or "||" => _rules.Logic(token, left, right),
            "+" or "-" or "*" or "/" => _rules.Arithmetic(token, left, right),
            _ => _rules.Comparison(token, left, right),
        };
    }

    private Operand Extreme(Token function)
    {
        Expect("(");
        var arguments = new List<Operand> { Expression(0) };
        while (Current.Is(","))
        {
            _at++;
            arguments.Add(Expression(0));
        }

        Expect(")");
        return _rules.Extreme(function, arguments);
    }

    private ImmutableArray<Operand> List()
    {
        Expect("[");
        var values = ImmutableArray.CreateBuilder<Operand>();
        do
        {
            if (values.Count > 0)
            {
                _at++;
            }

            var value = Expression(ComparisonPower);
            if (value.Literal is null)
            {
                throw new ExpressionSyntaxException(new ExpressionError(value.Column, "a list after 'in' holds fixed values only", "Write numbers or texts, as in [lz4, zstd], or compare with == and ||."));
            }

            values.Add(value);
        }
        while (Current.Is(","));
        Expect("]");
        return values.ToImmutable();
    }

    private static Operand Number(Token token)
    {
        if (!Quantity.TryParse(token.Text, out var quantity))
        {
            var digits = Quantity.NumberLength(token.Text);
            throw new ExpressionSyntaxException(new ExpressionError(
                token.Column + digits, $"'{token.Text[digits..]}' after {token.Text[..digits]} is not a unit", $"Units are {Unit.Examples}."));
        }

        Unit? unit = quantity.Dimension == Dimension.None ? null : new Unit("base", quantity.Dimension, 1);
        var value = quantity.IsWhole ? ParameterValue.Integer((long)quantity.Value) : ParameterValue.Real(quantity.Value);
        return new Operand(new LiteralExpression(value), ExpressionType.Number, token.Column) { Unit = unit };
    }

    private static int PowerOf(Token token) => token switch
    {
        { Kind: TokenKind.Word, Text: "in" } => ComparisonPower,
        { Kind: TokenKind.Symbol } => token.Text switch
        {
            "||" => 1,
            "&&" => 2,
            "==" or "!=" or "<" or "<=" or ">" or ">=" => ComparisonPower,
            "+" or "-" => 4,
            "*" or "/" => 5,
            _ => 0,
        },
        _ => 0,
    };

    private void Expect(string symbol)
    {
        if (!Current.Is(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }

        _at++;
    }

    private ExpressionSyntaxException Unexpected(string expected)
    {
        var after = _at == 0 ? string.Empty : $" after {_tokens[_at - 1].Describe()}";
        return new ExpressionSyntaxException(new ExpressionError(
            Current.Column,
            $"expected {expected}{after}, found {Current.Describe()}",
            expected switch
            {
                "a value" => $"Put a number, a {_scope.Noun} or a parenthesised expression there.",
                "an operator or the end" => "Put an operator there (+ - * / == != < <= > >= && || in), or remove what follows; names with blanks go into backticks.",
                _ => $"Put {expected} there.",
            }));
    }
}
