using System.Collections.Immutable;
using TuneSearch.Core.Quantities;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;

namespace TuneSearch.Core.Expressions;

/// <summary>Puts operands together and notes where their types, units or names do not fit.</summary>
internal sealed class TypeRules(ExpressionScope scope)
{
    public List<ExpressionError> Errors { get; } = [];

    public Operand Name(Token token, bool isQuoted)
    {
        if (scope.Find(token.Text) is { } symbol)
        {
            return new Operand(new NameExpression(symbol.Name), symbol.Type, token.Column) { Unit = symbol.Unit, Symbol = symbol };
        }

        if (!isQuoted && token.Text is "true" or "false")
        {
            return new Operand(new LiteralExpression(ParameterValue.Boolean(token.Text == "true")), ExpressionType.Boolean, token.Column);
        }

        if (scope.IsOpen)
        {
            return new Operand(new NameExpression(token.Text), ExpressionType.Number, token.Column) { Symbol = new Symbol(token.Text, ExpressionType.Number) };
        }

        if (isQuoted)
        {
            UnknownName(token.Text, token.Column);
            return new Operand(new LiteralExpression(ParameterValue.Text(token.Text)), ExpressionType.Any, token.Column);
        }

        return new Operand(new LiteralExpression(ParameterValue.Text(token.Text)), ExpressionType.Text, token.Column) { BareWord = token.Text };
    }

    public Operand Unary(Token sign, Operand operand)
    {
        if (sign.Text == "!")
        {
            Require(operand, ExpressionType.Boolean);
            return new Operand(new NotExpression(operand.Node), ExpressionType.Boolean, sign.Column);
        }

        Require(operand, ExpressionType.Number);
        Expression negated = operand.Literal is { IsNumber: true } value
            ? new LiteralExpression(value.Kind == ParameterValueKind.Integer ? ParameterValue.Integer(-value.AsInteger()) : ParameterValue.Real(-value.AsNumber()))
            : new ArithmeticExpression(new LiteralExpression(ParameterValue.Integer(0)), '-', operand.Node);
        return new Operand(negated, ExpressionType.Number, sign.Column) { Unit = operand.Unit };
    }

    public Operand Logic(Token token, Operand left, Operand right)
    {
        Require(left, ExpressionType.Boolean);
        Require(right, ExpressionType.Boolean);
        return new Operand(new LogicExpression(left.Node, token.Text == "||", right.Node), ExpressionType.Boolean, left.Column);
    }

    public Operand Arithmetic(Token token, Operand left, Operand right)
    {
        Require(left, ExpressionType.Number);
        Require(right, ExpressionType.Number);
        Unit? unit;
        if (token.Text is "+" or "-")
        {
            right = InUnitOf(token, left, right);
            unit = left.Unit ?? right.Unit;
        }
        else if (token.Text == "*")
        {
            (left, right) = left.Unit is not null && IsRatio(right) ? (left, AsFactor(right)) : right.Unit is not null && IsRatio(left) ? (AsFactor(left), right) : (left, right);
            unit = left.Unit is null ? right.Unit : right.Unit is null ? left.Unit : null;
        }
        else
        {
            right = left.Unit?.Dimension == right.Unit?.Dimension ? InUnitOf(token, left, right)
                : left.Unit is not null && IsRatio(right) ? AsFactor(right)
                : right;
            unit = right.Unit is null ? left.Unit : null;
        }

        return new Operand(new ArithmeticExpression(left.Node, token.Text[0], right.Node), ExpressionType.Number, left.Column) { Unit = unit };
    }

    public Operand Comparison(Token token, Operand left, Operand right)
    {
        if (token.Text is "==" or "!=")
        {
            Comparable(left, right);
        }
        else
        {
            Require(left, ExpressionType.Number);
            Require(right, ExpressionType.Number);
        }

        var comparison = token.Text switch
        {
            "==" => ComparisonOperator.Equal,
            "!=" => ComparisonOperator.NotEqual,
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.AtMost,
            ">" => ComparisonOperator.Greater,
            _ => ComparisonOperator.AtLeast,
        };
        return new Operand(new ComparisonExpression(left.Node, comparison, InUnitOf(token, left, right).Node), ExpressionType.Boolean, left.Column);
    }

    public Operand Membership(Token token, Operand left, ImmutableArray<Operand> values)
    {
        foreach (var value in values)
        {
            Comparable(left, value);
        }

        var literals = values
            .Select(value => InUnitOf(token, left, value).Node.Evaluate(_ => null)!.Value)
            .ToImmutableArray();
        return new Operand(new MembershipExpression(left.Node, literals), ExpressionType.Boolean, left.Column);
    }

    public Operand Extreme(Token function, List<Operand> arguments)
    {
        foreach (var argument in arguments)
        {
            Require(argument, ExpressionType.Number);
        }

        // A plain number counts in whatever it meets, wherever among the arguments it stands.
        var first = arguments.Find(argument => argument.Unit is not null) ?? arguments[0];
        var nodes = arguments.Select(argument => InUnitOf(function, first, argument).Node).ToImmutableArray();
        return new Operand(new ExtremeExpression(function.Text == "max", nodes), ExpressionType.Number, function.Column) { Unit = first.Unit };
    }

    public void Require(Operand operand, ExpressionType wanted)
    {
        if (wanted == ExpressionType.Any || operand.Type == ExpressionType.Any || operand.Type == wanted)
        {
            return;
        }

        if (operand.BareWord is { } word)
        {
            UnknownName(word, operand.Column);
            return;
        }

        var remedy = wanted == ExpressionType.Boolean ? "Compare it with something: ==, !=, <, <=, > or >=." : "Use a number or a name that is one.";
        Errors.Add(new ExpressionError(operand.Column, $"{operand.Describe()} is {InWords(operand.Type)} where {InWords(wanted)} is needed", remedy));
    }

    private void Comparable(Operand left, Operand right)
    {
        var (name, other) = left.Symbol is not null ? (left, right) : (right, left);
        if (name.Symbol is null && (left.BareWord ?? right.BareWord) is { } word)
        {
            UnknownName(word, (left.BareWord is null ? right : left).Column);
        }
        else if (name.Symbol?.Values is { } values && other.Literal is { } literal && other.Unit is null && !values.Any(v => ComparisonExpression.AreEqual(v, literal)))
        {
            var known = values.Select(v => v.ToString()).ToArray();
            Errors.Add(new ExpressionError(
                other.Column,
                $"'{literal}' is not a value of '{name.Symbol.Name}', which is one of {string.Join(", ", known)}",
                Nearest.Remedy(literal.ToString(), known)));
        }
        else if (left.Type != right.Type && left.Type != ExpressionType.Any && right.Type != ExpressionType.Any)
        {
            if (other.BareWord is { } text)
            {
                UnknownName(text, other.Column);
                return;
            }

            Errors.Add(new ExpressionError(
                right.Column,
                $"{left.Describe()} is {InWords(left.Type)} and {right.Describe()} is {InWords(right.Type)}: they are never equal",
                "Compare values of one kind."));
        }
    }

    // The right side in the left's unit; a plain number counts in whatever it meets.
    private Operand InUnitOf(Token token, Operand left, Operand right)
    {
        if (left.Unit is not { } to || right.Unit is not { } from)
        {
            return right;
        }

        if (to.Dimension != from.Dimension)
        {
            Errors.Add(new ExpressionError(
                token.Column, $"'{token.Text}' joins {InWords(to.Dimension)} with {InWords(from.Dimension)}", "Use units of one kind on both sides."));
            return right;
        }

        return to.Factor.Equals(from.Factor) ? right : right with { Node = Scaled(right, from.Factor / to.Factor), Unit = to };
    }

    private static bool IsRatio(Operand operand) => operand.Unit is { Dimension: Dimension.Ratio };

    /// <summary>Half of a time is a time: a ratio beside another unit is a plain factor and takes no unit away.</summary>
    private static Operand AsFactor(Operand ratio) =>
        ratio.Unit!.Factor.Equals(1) ? ratio with { Unit = null } : ratio with { Node = Scaled(ratio, ratio.Unit.Factor), Unit = null };

    private static Expression Scaled(Operand operand, double factor)
    {
        if (operand.Literal is not { } literal)
        {
            return new ArithmeticExpression(operand.Node, '*', new LiteralExpression(ParameterValue.Real(factor)));
        }

        // Fifteen digits undo the last-bit error of the factor: 20ms is 20 in milliseconds, not 20.000000000000004.
        var scaled = double.Parse((literal.AsNumber() * factor).ToString("G15", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
        return new LiteralExpression(ParameterValue.Real(scaled));
    }

    private void UnknownName(string name, int column) =>
        Errors.Add(new ExpressionError(column, $"'{name}' is no {scope.Noun} that is known here", Nearest.Remedy(name, scope.Names)));

    private static string InWords(ExpressionType type) => type switch
    {
        ExpressionType.Number => "a number",
        ExpressionType.Text => "a text",
        ExpressionType.Boolean => "true or false",
        _ => "a value",
    };

    private static string InWords(Dimension dimension) => dimension switch
    {
        Dimension.Time => "a time",
        Dimension.Size => "a size",
        Dimension.Ratio => "a ratio",
        _ => "a plain number",
    };
}
