namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>The kinds of domain as files name them.</summary>
public enum DomainType
{
    Integer,
    Real,
    Categorical,
    Ordinal,
    Boolean,
}
