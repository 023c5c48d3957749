using System.Collections.Immutable;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>Which lines to try to take back next: whole groups first, halves of what could not go.</summary>
/// <remarks>Group testing (Dorfman, «The detection of defective members of large populations», 1943) by halving: most lines that do not matter go in
/// one test, each that matters costs a number of tests logarithmic in the group's size.</remarks>
internal sealed class LineGroups
{
    private readonly Stack<ImmutableArray<string>> _open = new();

    /// <param name="groups">The groups to try, the first first; within a group those that seem to matter least first.</param>
    public LineGroups(IEnumerable<ImmutableArray<string>> groups)
    {
        foreach (var group in groups.Where(g => !g.IsEmpty).Reverse())
        {
            _open.Push(group);
        }
    }

    /// <summary>The group under test; null where all are decided.</summary>
    public ImmutableArray<string>? Current => _open.TryPeek(out var group) ? group : null;

    /// <summary>Lines that are not decided.</summary>
    public int Undecided => _open.Sum(group => group.Length);

    /// <summary>Lines that are to go.</summary>
    public ImmutableHashSet<string> Gone { get; private set; } = ImmutableHashSet<string>.Empty;

    public void Decide(bool canGo)
    {
        var group = _open.Pop();
        if (canGo)
        {
            Gone = Gone.Union(group);
        }
        else if (group.Length > 1)
        {
            var half = (group.Length + 1) / 2;
            _open.Push(group[half..]);
            _open.Push(group[..half]);
        }
    }
}
