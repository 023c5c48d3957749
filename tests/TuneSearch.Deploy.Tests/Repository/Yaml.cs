using YamlDotNet.RepresentationModel;

namespace TuneSearch.Deploy.Tests.Repository;

/// <summary>Reading YAML as a tree, with paths such as <c>spec.template.spec</c>; a list's items by number.</summary>
internal static class Yaml
{
    public static YamlMappingNode Read(string relative)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(RepositoryFiles.Read(relative));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.ShouldHaveSingleItem(relative).RootNode;
    }

    public static YamlNode? Find(this YamlNode node, string path)
    {
        YamlNode? at = node;
        foreach (var part in path.Split('.'))
        {
            at = at switch
            {
                YamlMappingNode map => map.Children.TryGetValue(new YamlScalarNode(part), out var child) ? child : null,
                YamlSequenceNode list when int.TryParse(part, out var index) && index < list.Children.Count => list.Children[index],
                _ => null,
            };
        }

        return at;
    }

    public static YamlNode At(this YamlNode node, string path) => node.Find(path).ShouldNotBeNull(path);

    public static string Text(this YamlNode node, string path) => ((YamlScalarNode)node.At(path)).Value.ShouldNotBeNull(path);

    public static IReadOnlyList<YamlNode> Items(this YamlNode node, string path) => node.Find(path) is YamlSequenceNode list ? [.. list.Children] : [];

    public static IReadOnlyList<string> Texts(this YamlNode node, string path) => [.. node.Items(path).Select(item => item.ToString())];

    public static IReadOnlyDictionary<string, YamlNode> Entries(this YamlNode node, string path) =>
        node.Find(path) is YamlMappingNode map ? map.Children.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value) : new Dictionary<string, YamlNode>();
}
