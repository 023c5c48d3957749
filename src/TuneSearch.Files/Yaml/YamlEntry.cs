namespace TuneSearch.Files.Yaml;

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
