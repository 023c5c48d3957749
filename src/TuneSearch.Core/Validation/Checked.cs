using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace TuneSearch.Core.Validation;

/// <summary>A value, or everything that is wrong with the input it was to be made of.</summary>
/// <param name="Value">Null where nothing could be made of the input; beside problems it is the part that could be.</param>
public sealed record Checked<T>(T? Value, ImmutableArray<Problem> Problems)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null && Problems.IsEmpty;

    /// <summary>The value; throws <see cref="InvalidInputException"/> with all problems where there is none.</summary>
    public T OrThrow() => IsValid ? Value : throw new InvalidInputException(Problems);
}
