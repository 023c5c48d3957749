namespace TuneSearch.Daemon.Options;

/// <summary>A section of the settings, and the type of the options that are read from it.</summary>
/// <param name="IsShared">Somebody else reads keys of it too, so a key counts as a slip only where it is nearly one of ours.</param>
internal sealed record SettingsSection(string Name, Type Options, bool IsShared = false);
