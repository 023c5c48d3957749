using TuneSearch.Core.Expressions;

namespace TuneSearch.Core.Spaces;

/// <summary>A law between parameters. It holds also where one of its parameters is inactive: there is nothing to break then.</summary>
/// <param name="Text">The law as written.</param>
public sealed record Constraint(string Text, Expression Predicate)
{
    public bool IsSatisfiedBy(Configuration configuration) =>
        Predicate.Evaluate(name => configuration.TryGet(name, out var value) ? value : null) is not { } result || result.AsBoolean();
}
