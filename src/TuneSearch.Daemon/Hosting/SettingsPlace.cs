using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace TuneSearch.Daemon.Hosting;

/// <summary>Where a setting was written, as a person looks for it.</summary>
internal static class SettingsPlace
{
    /// <summary>Of several places the one that wins.</summary>
    public static string Of(IConfigurationRoot settings, string key) => settings.Providers.LastOrDefault(provider => Has(provider, key)) switch
    {
        JsonConfigurationProvider { Source: { Path: { } path } file } => $"{file.FileProvider?.GetFileInfo(path).PhysicalPath ?? path}: {key}",
        EnvironmentVariablesConfigurationProvider => $"environment: {key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal)}",
        _ => key,
    };

    private static bool Has(IConfigurationProvider provider, string key) => provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any();
}
