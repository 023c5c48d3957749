using System.Collections.Immutable;

namespace TuneSearch.Files.Yaml;

internal sealed record YamlList(long Line, long Column, ImmutableArray<YamlNode> Items) : YamlNode(Line, Column)
{
    public override string Describe() => "a list";
}
