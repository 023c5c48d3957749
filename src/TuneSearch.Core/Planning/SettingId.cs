namespace TuneSearch.Core.Planning;

/// <summary>One setting at one place.</summary>
public readonly record struct SettingId(Place Place, string Name) : IComparable<SettingId>
{
    public int CompareTo(SettingId other)
    {
        var byPlace = Place.CompareTo(other.Place);
        return byPlace != 0 ? byPlace : string.CompareOrdinal(Name, other.Name);
    }

    public static bool operator <(SettingId left, SettingId right) => left.CompareTo(right) < 0;

    public static bool operator >(SettingId left, SettingId right) => left.CompareTo(right) > 0;

    public static bool operator <=(SettingId left, SettingId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SettingId left, SettingId right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{Name} ({Place})";
}
