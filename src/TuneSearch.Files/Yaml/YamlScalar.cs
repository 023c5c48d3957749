namespace TuneSearch.Files.Yaml;

/// <param name="IsQuoted">Quoted texts are texts whatever they look like.</param>
internal sealed record YamlScalar(long Line, long Column, string Text, bool IsQuoted) : YamlNode(Line, Column)
{
    /// <summary>Whether a key stands there without a value, or with YAML's null.</summary>
    public bool IsEmpty => !IsQuoted && Text is "" or "~";

    public override string Describe() => IsEmpty ? "nothing" : $"'{Text}'";
}
