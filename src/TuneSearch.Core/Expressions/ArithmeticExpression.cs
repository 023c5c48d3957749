using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

/// <summary>The four operations. Whole numbers stay whole, but for division and where a long would overflow.</summary>
internal sealed class ArithmeticExpression(Expression left, char operation, Expression right) : Expression
{
    public override IReadOnlySet<string> Names { get; } = Union(left, right);

    public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup) =>
        left.Evaluate(lookup) is { } a && right.Evaluate(lookup) is { } b ? Calculate(a, b) : null;

    internal override ValueRange Bounds(Func<string, ValueRange> lookup)
    {
        var a = left.Bounds(lookup);
        var b = right.Bounds(lookup);
        if (!a.IsNumber || !b.IsNumber)
        {
            return ValueRange.Anything;
        }

        var range = operation switch
        {
            '+' => ValueRange.Number(a.Low + b.Low, a.High + b.High),
            '-' => ValueRange.Number(a.Low - b.High, a.High - b.Low),
            '/' when b.Low <= 0 && b.High >= 0 => ValueRange.Number(double.NegativeInfinity, double.PositiveInfinity),
            '/' => Corners(a, b, (x, y) => x / y),
            _ => Corners(a, b, (x, y) => x * y),
        };
        return range with { IsMissingPossible = a.IsMissingPossible || b.IsMissingPossible };
    }

    private ParameterValue Calculate(ParameterValue a, ParameterValue b)
    {
        if (operation != '/' && a.Kind == ParameterValueKind.Integer && b.Kind == ParameterValueKind.Integer)
        {
            var exact = Operate((Int128)a.AsInteger(), b.AsInteger());
            if (exact >= long.MinValue && exact <= long.MaxValue)
            {
                return ParameterValue.Integer((long)exact);
            }
        }

        var (x, y) = (a.AsNumber(), b.AsNumber());
        return ParameterValue.Real(operation switch
        {
            '+' => x + y,
            '-' => x - y,
            '*' => x * y,
            _ => x / y,
        });
    }

    private Int128 Operate(Int128 a, Int128 b) => operation switch
    {
        '+' => a + b,
        '-' => a - b,
        _ => a * b,
    };

    private static ValueRange Corners(ValueRange a, ValueRange b, Func<double, double, double> operate)
    {
        double[] corners = [operate(a.Low, b.Low), operate(a.Low, b.High), operate(a.High, b.Low), operate(a.High, b.High)];
        return ValueRange.Number(corners.Min(), corners.Max());
    }
}
