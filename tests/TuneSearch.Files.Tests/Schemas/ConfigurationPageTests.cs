using System.Text.Json;
using System.Text.RegularExpressions;
using TuneSearch.Files.Schemas;

namespace TuneSearch.Files.Tests.Schemas;

public sealed partial class ConfigurationPageTests
{
    [Theory]
    [InlineData(FileKind.SearchSpace)]
    [InlineData(FileKind.Profile)]
    [InlineData(FileKind.Job)]
    [InlineData(FileKind.Relevance)]
    public void Page_EveryKeyOfAKind_IsNamed(FileKind kind)
    {
        var page = File.ReadAllText(Path.Combine(SearchSpaceFiles.Folder, "../docs/configuration.md"));
        var named = Words().Matches(page).SelectMany(match => match.Groups[1].Value.Split([' ', ':', '{', '}', ',', '[', ']'])).ToHashSet();
        using var schema = JsonDocument.Parse(JsonSchemas.Of(kind));

        Keys(schema.RootElement).Where(key => !named.Contains(key)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name == "properties" ? property.Value.EnumerateObject().SelectMany(key => Keys(key.Value).Prepend(key.Name)) : Keys(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
        _ => [],
    };

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Words();
}
