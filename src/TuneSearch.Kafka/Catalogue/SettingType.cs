namespace TuneSearch.Kafka.Catalogue;

/// <summary>The kind of value a setting takes.</summary>
public enum SettingType
{
    Integer,
    Real,
    Boolean,
    Categorical,
}
