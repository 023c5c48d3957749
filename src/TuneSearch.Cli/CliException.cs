using System.Collections.Immutable;
using TuneSearch.Core.Validation;

namespace TuneSearch.Cli;

/// <summary>Ends a verb with an exit code and what there is to say.</summary>
internal class CliException(int exitCode, IEnumerable<Problem> problems) : Exception
{
    public CliException(int exitCode, string where, string message, string remedy)
        : this(exitCode, [new Problem(where, message, remedy)])
    {
    }

    public int Code => exitCode;

    public ImmutableArray<Problem> Problems { get; } = [.. problems];

    public override string Message => string.Join(Environment.NewLine, Problems);
}
