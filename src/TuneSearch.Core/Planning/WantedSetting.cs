namespace TuneSearch.Core.Planning;

/// <param name="Value">Null for «as found»: the parameter is inactive in the wanted configuration.</param>
public sealed record WantedSetting(SettingRule Rule, string? Value);
