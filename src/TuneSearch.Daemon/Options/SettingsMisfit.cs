namespace TuneSearch.Daemon.Options;

/// <summary>A setting that cannot be read as an option: its full key, what was found, the way out.</summary>
internal sealed record SettingsMisfit(string Key, string Message, string Remedy);
