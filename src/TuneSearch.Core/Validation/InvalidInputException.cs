using System.Collections.Immutable;

namespace TuneSearch.Core.Validation;

/// <summary>An input that cannot be used, with everything that is wrong with it.</summary>
public sealed class InvalidInputException(IEnumerable<Problem> problems) : Exception
{
    public ImmutableArray<Problem> Problems { get; } = [.. problems];

    public override string Message => string.Join(Environment.NewLine, Problems);
}
