namespace TuneSearch.Core.Spaces;

/// <summary>False or true.</summary>
public sealed record BooleanDomain : Domain
{
    private static readonly ValueList Values = [ParameterValue.Boolean(false), ParameterValue.Boolean(true)];

    public override bool IsOrdered => false;

    public override long? Count => 2;

    public override bool Contains(ParameterValue value) => value.Kind == ParameterValueKind.Boolean;

    public override ParameterValue FromUnit(double unit) => ParameterValue.Boolean(unit >= 0.5);

    public override double ToUnit(ParameterValue value) => value.AsBoolean() ? 0.75 : 0.25;

    public override IReadOnlyList<ParameterValue>? Enumerate(int limit) => limit >= 2 ? Values : null;

    public override string Describe() => "true or false";
}
