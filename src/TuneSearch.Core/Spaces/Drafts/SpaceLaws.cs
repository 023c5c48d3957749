using System.Globalization;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Validation;

namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>Whether conditions and constraints can hold at all, and whether the defaults obey them.</summary>
/// <remarks>
/// Interval arithmetic (Moore, «Interval Analysis», 1966) proves that a law cannot be met; where it proves nothing and the defaults
/// break the law, drawn configurations show whether there is any that does not.
/// </remarks>
internal sealed class SpaceLaws(SearchSpace space)
{
    private const int Draws = 4096;
    private const int StepsPerParameter = 64;
    private const int Halvings = 20;

    /// <param name="constraintPaths">Where each constraint stands, in the space's order.</param>
    public IEnumerable<Problem> Check(IReadOnlyList<string> constraintPaths, Func<string, string> pathOf)
    {
        var problems = new List<Problem>();
        foreach (var parameter in space.Parameters)
        {
            if (parameter.ActiveWhen is { } condition && !condition.Predicate.Bounds(RangeOf).CanBeTrue)
            {
                problems.Add(new Problem(
                    $"{pathOf(parameter.Name)}.when",
                    $"{parameter.Name}: condition '{condition.Text}' can never hold: {WhyNever(condition.Predicate)}",
                    "Mend the condition, or remove the parameter."));
            }
        }

        for (var i = 0; i < space.Constraints.Length; i++)
        {
            var constraint = space.Constraints[i];
            if (constraint.Predicate.Bounds(RangeOf) is { CanBeTrue: false, IsMissingPossible: false })
            {
                problems.Add(new Problem(
                    constraintPaths[i],
                    $"constraint '{constraint.Text}' can not be met: {WhyNever(constraint.Predicate)}",
                    "Widen a range, or mend the constraint."));
            }
        }

        return problems.Count > 0 ? problems : BrokenByDefaults(constraintPaths);
    }

    private IEnumerable<Problem> BrokenByDefaults(IReadOnlyList<string> paths)
    {
        var broken = space.Constraints.Select((constraint, i) => (constraint, i)).Where(c => !c.constraint.IsSatisfiedBy(space.Defaults)).ToArray();
        if (broken.Length == 0)
        {
            yield break;
        }

        var met = new int[space.Constraints.Length];
        var metAll = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var configuration = Draw((ulong)draw);
            var misses = 0;
            for (var i = 0; i < met.Length; i++)
            {
                var holds = space.Constraints[i].IsSatisfiedBy(configuration);
                met[i] += holds ? 1 : 0;
                misses += holds ? 0 : 1;
            }

            metAll += misses == 0 ? 1 : 0;
        }

        var example = broken.Length == 1 ? OneChange() : null;
        foreach (var (constraint, i) in broken)
        {
            var values = string.Join(", ", constraint.Predicate.Names.Order(StringComparer.Ordinal).Where(name => space.Defaults.TryGet(name, out _)).Select(name => $"{name} = {space.Defaults[name]}"));
            if (met[i] == 0 && example is null)
            {
                yield return new Problem(paths[i], $"constraint '{constraint.Text}' can not be met as far as could be found: none of {Draws} drawn configurations and not the defaults ({values}) obey it", "Widen a range, or mend the constraint.");
            }
            else if (metAll == 0 && example is null)
            {
                yield return new Problem(paths[i], $"the constraints can not be met together as far as could be found: none of {Draws} drawn configurations obeys all, and the defaults ({values}) break '{constraint.Text}'", "Widen a range, or take one of the constraints away.");
            }
            else
            {
                var remedy = example is { } change ? $"Change a default, for instance {change.Name} to {change.Value}." : "Change one of these defaults.";
                yield return new Problem(paths[i], $"the defaults break constraint '{constraint.Text}': {values}", remedy);
            }
        }
    }

    // The nearest change of one default that mends everything, as a proposal for the message.
    private (string Name, ParameterValue Value)? OneChange()
    {
        foreach (var parameter in space.Searched.Where(p => space.Defaults.TryGet(p.Name, out _)))
        {
            var home = parameter.Domain.ToUnit(parameter.Default);
            var candidates = Enumerable.Range(0, StepsPerParameter + 1)
                .Select(step => (double)step / StepsPerParameter)
                .OrderBy(unit => Math.Abs(unit - home))
                .Select(parameter.Domain.FromUnit);
            foreach (var value in candidates.Where(value => Mends(parameter, value)))
            {
                return (parameter.Name, parameter.Domain.IsOrdered ? Nearer(parameter, home, parameter.Domain.ToUnit(value)) : value);
            }
        }

        return null;
    }

    private bool Mends(Parameter parameter, ParameterValue value) =>
        space.FirstBroken(space.Activate(name => name == parameter.Name ? value : space.Find(name)!.Default)) is null;

    private ParameterValue Nearer(Parameter parameter, double broken, double mending)
    {
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (broken + mending) / 2;
            (broken, mending) = Mends(parameter, parameter.FromUnit(middle)) ? (broken, middle) : (middle, mending);
        }

        return parameter.FromUnit(mending);
    }

    private Configuration Draw(ulong step)
    {
        var random = CounterRandom.For(0, "space laws", step);
        return space.Activate(name => space.Find(name)!.FromUnit(random.NextDouble()));
    }

    private ValueRange RangeOf(string name)
    {
        var parameter = space.Find(name)!;
        var range = parameter.IsFrozen ? ValueRange.Of(parameter.Default) : ValueRange.OfDomain(parameter.Domain);
        return range with { IsMissingPossible = parameter.ActiveWhen is not null };
    }

    private string WhyNever(Expression predicate)
    {
        if (predicate is not ComparisonExpression { Left: var left, Right: var right })
        {
            return "no values of its parameters make it true";
        }

        return $"the left side {InWords(left.Bounds(RangeOf))}, the right side {InWords(right.Bounds(RangeOf))}";
    }

    private static string InWords(ValueRange range) => range switch
    {
        { IsNumber: true } when range.Low.Equals(range.High) => $"is {Text(range.Low)}",
        { IsNumber: true } => $"lies between {Text(range.Low)} and {Text(range.High)}",
        { Listed: { Length: 1 } one } => $"is {one[0]}",
        { Listed: { } listed } => $"is one of {string.Join(", ", listed)}",
        _ => "is anything",
    };

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
