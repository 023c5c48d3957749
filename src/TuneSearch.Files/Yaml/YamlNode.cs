namespace TuneSearch.Files.Yaml;

/// <summary>A part of a YAML file with the place where it starts, both from 1.</summary>
internal abstract record YamlNode(long Line, long Column)
{
    /// <summary>The node in words: «a list».</summary>
    public abstract string Describe();
}
