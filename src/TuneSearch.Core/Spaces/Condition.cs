using TuneSearch.Core.Expressions;

namespace TuneSearch.Core.Spaces;

/// <summary>When a parameter is active. A condition whose own parameters are inactive does not hold.</summary>
/// <param name="Text">The condition as written.</param>
public sealed record Condition(string Text, Expression Predicate)
{
    public bool HoldsFor(Func<string, ParameterValue?> lookup) => Predicate.Evaluate(lookup) is { } result && result.AsBoolean();
}
