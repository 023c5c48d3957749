using TuneSearch.Core.Quantities;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

/// <summary>A name that an expression may read.</summary>
/// <param name="Unit">In which its numbers count; null for none. A literal with a unit is converted to it: «linger.ms &lt;= 1s» compares with 1000.</param>
/// <param name="Values">What it can be, where that is a list; comparing it with something else is an error.</param>
public sealed record Symbol(string Name, ExpressionType Type, Unit? Unit = null, ValueList? Values = null)
{
    public static Symbol Of(string name, Domain domain, string unit)
    {
        var known = Quantities.Unit.TryFind(unit, out var found) ? found : null;
        return domain switch
        {
            IntegerDomain or RealDomain => new Symbol(name, ExpressionType.Number, known),
            BooleanDomain => new Symbol(name, ExpressionType.Boolean),
            ListedDomain d => new Symbol(name, TypeOf(d.Values), known, d.Values),
            _ => new Symbol(name, ExpressionType.Any),
        };
    }

    private static ExpressionType TypeOf(ValueList values) =>
        values.All(v => v.IsNumber) ? ExpressionType.Number
        : values.All(v => v.Kind == ParameterValueKind.Text) ? ExpressionType.Text
        : values.All(v => v.Kind == ParameterValueKind.Boolean) ? ExpressionType.Boolean
        : ExpressionType.Any;
}
