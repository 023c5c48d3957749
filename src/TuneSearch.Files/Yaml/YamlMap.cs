using System.Collections.Immutable;

namespace TuneSearch.Files.Yaml;

internal sealed record YamlMap(long Line, long Column, ImmutableArray<YamlEntry> Entries) : YamlNode(Line, Column)
{
    public override string Describe() => "a set of keys";

    public YamlNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
}
