namespace TuneSearch.Core.Spaces;

public enum ParameterValueKind
{
    Text,
    Integer,
    Real,
    Boolean,
}
