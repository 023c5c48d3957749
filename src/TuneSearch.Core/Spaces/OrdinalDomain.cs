namespace TuneSearch.Core.Spaces;

/// <summary>Listed values whose order means something: neighbours in the list are alike.</summary>
public sealed record OrdinalDomain(ValueList Values) : ListedDomain(Values)
{
    public override bool IsOrdered => true;

    public override string Describe() => base.Describe() + " (in this order)";
}
