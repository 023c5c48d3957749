namespace TuneSearch.Core.Spaces;

/// <summary>Listed values whose order means something: neighbours in the list are alike.</summary>
public sealed record OrdinalDomain(ValueList Values) : Domain
{
    public override bool IsOrdered => true;

    public override long? Count => Values.Count;

    public override bool Contains(ParameterValue value) => Values.IndexOf(value) >= 0;

    public override ParameterValue FromUnit(double unit) =>
        Values[(int)Math.Round(Math.Clamp(unit, 0, 1) * (Values.Count - 1), MidpointRounding.AwayFromZero)];

    public override double ToUnit(ParameterValue value) =>
        Values.Count == 1 ? 0.5 : (double)Values.IndexOf(value) / (Values.Count - 1);

    public override IReadOnlyList<ParameterValue>? Enumerate(int limit) => Values.Count <= limit ? Values : null;

    public override string Describe() => "one of " + string.Join(", ", Values) + " (in this order)";
}
