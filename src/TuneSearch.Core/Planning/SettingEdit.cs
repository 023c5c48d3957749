namespace TuneSearch.Core.Planning;

/// <summary>A value to write at a place.</summary>
/// <param name="Value">Null deletes what is written there, so that the value behind it counts again.</param>
public sealed record SettingEdit(SettingId Id, string? Value)
{
    public override string ToString() => Value is null ? $"delete {Id}" : $"{Id} = {Value}";
}
