namespace TuneSearch.Core.Spaces;

/// <summary>Listed values without an order.</summary>
public sealed record CategoricalDomain(ValueList Values) : Domain
{
    public override bool IsOrdered => false;

    public override long? Count => Values.Count;

    public override bool Contains(ParameterValue value) => Values.IndexOf(value) >= 0;

    public override ParameterValue FromUnit(double unit) =>
        Values[Math.Min((int)(Math.Clamp(unit, 0, 1) * Values.Count), Values.Count - 1)];

    public override double ToUnit(ParameterValue value) => (Values.IndexOf(value) + 0.5) / Values.Count;

    public override IReadOnlyList<ParameterValue>? Enumerate(int limit) => Values.Count <= limit ? Values : null;

    public override string Describe() => "one of " + string.Join(", ", Values);
}
