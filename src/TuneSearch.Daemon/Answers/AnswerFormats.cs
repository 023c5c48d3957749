using System.Diagnostics.CodeAnalysis;

namespace TuneSearch.Daemon.Answers;

/// <summary>The formats of this build, by name.</summary>
public sealed class AnswerFormats(IEnumerable<IAnswerFormat> formats)
{
    private readonly IAnswerFormat[] _formats = [.. formats];

    public IEnumerable<string> Names => _formats.Select(format => format.Name);

    public bool TryGet(string name, [NotNullWhen(true)] out IAnswerFormat? format)
    {
        format = _formats.FirstOrDefault(candidate => candidate.Name == name);
        return format is not null;
    }
}
