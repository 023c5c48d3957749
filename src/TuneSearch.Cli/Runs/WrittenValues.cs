using System.Collections.Immutable;
using System.Text.Json;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Cli.Runs;

/// <summary>Values of a configuration as the command line or a file writes them: name=value, properties, or JSON.</summary>
internal static class WrittenValues
{
    /// <exception cref="CliException">A value has no «=».</exception>
    public static ImmutableSortedDictionary<string, RawValue> OfArguments(IEnumerable<string> arguments)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, RawValue>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new CliException(ExitCode.BadInput, "--set", $"'{argument}' is not of the form name=value", "Write for instance --set linger.ms=20.");
            }

            values[argument[..equals].Trim()] = new RawValue(argument[(equals + 1)..].Trim());
        }

        return values.ToImmutable();
    }

    /// <summary>A file that «best» or «run -o» wrote, or one like it.</summary>
    /// <exception cref="CliException">It cannot be read, or is neither JSON nor properties.</exception>
    public static ImmutableSortedDictionary<string, RawValue> OfFile(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.BadInput, path, $"the file cannot be read: {failure.Message.TrimEnd('.')}", "Check the path after --config.");
        }

        return text.TrimStart().StartsWith('{') ? OfJson(path, text) : OfProperties(path, text);
    }

    private static ImmutableSortedDictionary<string, RawValue> OfProperties(string path, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] is not ('#' or '!')).ToArray();
        return lines.FirstOrDefault(line => PropertiesValue.Setting(line) is null) is { } odd
            ? throw new CliException(ExitCode.BadInput, path, $"the line '{odd}' is not of the form name=value", "Write one setting a line: name=value.")
            : lines.Select(line => PropertiesValue.Setting(line)!.Value).Aggregate(
                ImmutableSortedDictionary.Create<string, RawValue>(StringComparer.Ordinal), (values, setting) => values.SetItem(setting.Name, new RawValue(setting.Value)));
    }

    private static ImmutableSortedDictionary<string, RawValue> OfJson(string path, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var values = document.RootElement.TryGetProperty("configuration", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : document.RootElement;
            return values.EnumerateObject().ToImmutableSortedDictionary(
                property => property.Name, property => new RawValue(property.Value.ToString() is var value && property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.ToLowerInvariant() : value), StringComparer.Ordinal);
        }
        catch (JsonException invalid)
        {
            throw new CliException(ExitCode.BadInput, path, $"the file is not JSON: {invalid.Message.TrimEnd('.')}", "Write {\"name\": value, …}, or properties.");
        }
    }
}
