namespace TuneSearch.Core.Spaces;

/// <summary>Listed values without an order.</summary>
public sealed record CategoricalDomain(ValueList Values) : ListedDomain(Values)
{
    public override bool IsOrdered => false;
}
