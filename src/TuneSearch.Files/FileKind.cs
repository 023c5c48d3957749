namespace TuneSearch.Files;

/// <summary>What a file describes, as its <c>kind:</c> says.</summary>
public enum FileKind
{
    SearchSpace,
    Profile,
    Job,
    Relevance,
}
