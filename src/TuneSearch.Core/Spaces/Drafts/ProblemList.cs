using System.Collections;
using TuneSearch.Core.Validation;

namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>Gathers the problems of one subject under a common path.</summary>
internal sealed class ProblemList(string path, string subject) : IEnumerable<Problem>
{
    private readonly List<Problem> _problems = [];

    public bool IsEmpty => _problems.Count == 0;

    /// <param name="key">Below the path; empty for the subject itself. «when:12» is column 12 of the text under «when».</param>
    public void Add(string key, string message, string remedy) =>
        _problems.Add(new Problem(key.Length == 0 ? path : $"{path}.{key}", $"{subject}: {message}", remedy));

    public IEnumerator<Problem> GetEnumerator() => _problems.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
