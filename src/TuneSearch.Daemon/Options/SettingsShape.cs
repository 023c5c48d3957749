using System.ComponentModel;
using System.Reflection;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

using TuneSearch.Core.Validation;

namespace TuneSearch.Daemon.Options;

/// <summary>Whether settings have the form of the options that are read from them: known keys, lists where lists belong, values of their kind.</summary>
/// <remarks>The framework's binder passes over keys that it does not know and ends at the first value that it cannot read. Ranges and relations are the validators'.</remarks>
internal sealed class SettingsShape(IReadOnlyList<SettingsSection> sections)
{
    private const string Logging = "Logging";

    public IEnumerable<SettingsMisfit> Check(IConfiguration settings) =>
        [.. Strangers(settings), .. sections.SelectMany(section => Section(settings.GetSection(section.Name), section)), .. LogLevels(settings.GetSection(Logging))];

    /// <summary>The environment holds all kinds of things, so a section counts as a slip only where it is nearly one of ours.</summary>
    private IEnumerable<SettingsMisfit> Strangers(IConfiguration settings)
    {
        string[] known = [.. sections.Select(section => section.Name), Logging];
        return settings.GetChildren()
            .Where(section => IsGroup(section) && !known.Contains(section.Key, StringComparer.OrdinalIgnoreCase) && Nearest.To(section.Key, known) is not null)
            .Select(section => Unknown(section, known));
    }

    private static IEnumerable<SettingsMisfit> Section(IConfigurationSection section, SettingsSection of) =>
        section.Exists() ? Group(section, of.Options, Activator.CreateInstance(of.Options), of.IsShared) : [];

    private static IEnumerable<SettingsMisfit> Group(IConfigurationSection section, Type options, object? defaults, bool isShared)
    {
        var properties = options.GetProperties().Where(property => property.CanWrite).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        if (!IsGroup(section) && section.Value is { Length: > 0 } value)
        {
            return [new SettingsMisfit(section.Path, $"'{value}' is one value, and this is a group of settings", $"Write settings of it: {string.Join(", ", properties.Keys)}")];
        }

        return section.GetChildren().SelectMany(child => properties.TryGetValue(child.Key, out var property)
            ? Setting(child, property.PropertyType, property.GetValue(defaults), MayBeNull(property))
            : isShared && Nearest.To(child.Key, properties.Keys) is null ? [] : [Unknown(child, properties.Keys)]);
    }

    /// <summary>A context of its own each time: they remember what they were asked, and two threads must not ask the same one.</summary>
    private static bool MayBeNull(PropertyInfo property) => new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private static IEnumerable<SettingsMisfit> Setting(IConfigurationSection section, Type type, object? fallback, bool mayBeNull)
    {
        if (!IsGroup(section) && section.Value is null)
        {
            // An empty group reads as null too, and the binder would take both for their word.
            return mayBeNull ? [] : [new SettingsMisfit(section.Path, "it is empty", "Remove it, and its default holds")];
        }

        if (type.IsArray)
        {
            return List(section, type.GetElementType()!);
        }

        return IsScalar(type) ? Scalar(section, type, fallback) : Group(section, type, fallback, isShared: false);
    }

    private static IEnumerable<SettingsMisfit> List(IConfigurationSection section, Type element)
    {
        if (section.Value is { Length: > 0 } value)
        {
            return [new SettingsMisfit(section.Path, $"'{value}' is one value, and this is a list", $"Write [\"{value}\"], or in the environment {Variable(section.Path)}__0={value}")];
        }

        if (section.GetChildren().FirstOrDefault(child => !child.Key.All(char.IsAsciiDigit)) is { } named)
        {
            return [new SettingsMisfit(section.Path, $"it holds the key '{named.Key}', and this is a list", "Write [VALUE, VALUE]")];
        }

        return section.GetChildren().SelectMany(child => Setting(child, element, null, mayBeNull: false));
    }

    private static IEnumerable<SettingsMisfit> Scalar(IConfigurationSection section, Type type, object? fallback)
    {
        if (IsGroup(section))
        {
            return [new SettingsMisfit(section.Path, "this is a list or a group, and one value is wanted", $"Write {Kind(type)}")];
        }

        return Reads(section.Value!, type)
            ? []
            : [new SettingsMisfit(section.Path, $"'{section.Value}' is not {Kind(type)}", FormattableString.Invariant($"Write for example {fallback}, its default"))];
    }

    private static IEnumerable<SettingsMisfit> LogLevels(IConfigurationSection logging) => logging.GetChildren()
        .SelectMany(section => section.Key.Equals("LogLevel", StringComparison.OrdinalIgnoreCase) ? section.GetChildren() : section.GetSection("LogLevel").GetChildren())
        .Where(category => category.Value is { Length: > 0 } level && !Enum.TryParse<LogLevel>(level, ignoreCase: true, out _))
        .Select(category => new SettingsMisfit(category.Path, $"'{category.Value}' is no log level", Nearest.Remedy(category.Value!, Enum.GetNames<LogLevel>())));

    private static SettingsMisfit Unknown(IConfigurationSection section, IReadOnlyCollection<string> known) =>
        new(section.Path, "there is no such setting", Nearest.Remedy(section.Key, known));

    /// <summary>As the framework's binder reads it.</summary>
    private static bool Reads(string value, Type type)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value) is not null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }

    private static bool IsGroup(IConfigurationSection section) => section.GetChildren().Any();

    private static bool IsScalar(Type type) => type == typeof(string) || type.IsValueType;

    private static string Variable(string key) => key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal);

    private static string Kind(Type type) =>
        type == typeof(int) ? "a whole number"
        : type == typeof(double) ? "a number"
        : type == typeof(TimeSpan) ? "a time of the form HOURS:MINUTES:SECONDS"
        : "a text";
}
