namespace TuneSearch.Core.Spaces;

/// <summary>Listed values, with or without an order.</summary>
/// <remarks>Each has an equal cell of the unit interval, so that even draws meet the first and the last as often as the others.</remarks>
public abstract record ListedDomain(ValueList Values) : Domain
{
    public override long? Count => Values.Count;

    public override bool Contains(ParameterValue value) => Values.IndexOf(value) >= 0;

    public override ParameterValue FromUnit(double unit) =>
        Values[Math.Min((int)(Math.Clamp(unit, 0, 1) * Values.Count), Values.Count - 1)];

    public override double ToUnit(ParameterValue value) => (Values.IndexOf(value) + 0.5) / Values.Count;

    public override IReadOnlyList<ParameterValue>? Enumerate(int limit) => Values.Count <= limit ? Values : null;

    public override string Describe() => "one of " + string.Join(", ", Values);
}
