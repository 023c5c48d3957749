using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>Makes the domain of one drafted parameter and notes everything that is wrong with it.</summary>
internal sealed class DomainBuilder(ParameterDraft draft, CatalogueEntry? entry, ValueReader reader, ProblemList problems)
{
    private bool _isBroken;

    /// <summary>The domain, or null where problems were noted.</summary>
    public Domain? Build()
    {
        if (draft is { Range: null, Values: null, Type: null, Step: null, Special: null, Scale: null } && entry is not null)
        {
            return entry.Template.Domain;
        }

        if (draft is { Range: null, Values: null, Type: null, Default: { } only, Frozen: true })
        {
            return new CategoricalDomain(reader.Listed([only]));
        }

        if (Type() is not { } type)
        {
            Broken(string.Empty, "it has neither range nor values", "Give it a range: [smallest, largest], a list of values, or type: boolean.");
            return null;
        }

        Domain? domain = type switch
        {
            DomainType.Boolean => Boolean(),
            DomainType.Categorical or DomainType.Ordinal => Listed(type),
            _ => Ranged(type),
        };
        return _isBroken ? null : domain;
    }

    private DomainType? Type() => draft.Type ?? (entry?.Template.Domain, draft) switch
    {
        (null, { Range: { } range }) => range.Any(end => end.Text.Contains('.') && !end.IsQuoted) ? DomainType.Real : DomainType.Integer,
        (null, { Values: { } values }) => reader.Listed(values).All(v => v.IsNumber) ? DomainType.Ordinal : DomainType.Categorical,
        (IntegerDomain, _) => DomainType.Integer,
        (RealDomain, _) => DomainType.Real,
        (OrdinalDomain, _) => DomainType.Ordinal,
        (CategoricalDomain, _) => DomainType.Categorical,
        (BooleanDomain, _) => DomainType.Boolean,
        _ => null,
    };

    private BooleanDomain Boolean()
    {
        Refuse("a boolean is true or false", ("range", draft.Range is not null), ("values", draft.Values is not null));
        RefuseRangeKeys("a boolean");
        return new BooleanDomain();
    }

    private Domain Listed(DomainType type)
    {
        var noun = type == DomainType.Ordinal ? "an ordinal" : "a categorical";
        Refuse($"{noun} has values instead", ("range", draft.Range is not null));
        RefuseRangeKeys(noun);
        var inherited = entry?.Template.Domain switch
        {
            ListedDomain d => d.Values,
            _ => null,
        };
        if (draft.Values is not { IsEmpty: false } raws)
        {
            if (draft.Values is null && inherited is not null)
            {
                return type == DomainType.Ordinal ? new OrdinalDomain(inherited) : new CategoricalDomain(inherited);
            }

            Broken(draft.Values is null ? string.Empty : "values", $"{noun} needs at least one value", "List them: values: [a, b, c].");
            return new CategoricalDomain([]);
        }

        var values = reader.Listed(raws);
        for (var i = 0; i < values.Count; i++)
        {
            if (values.IndexOf(values[i]) < i)
            {
                Broken($"values[{i}]", $"value {values[i]} is listed twice", "Remove one of the two.");
            }
        }

        return type == DomainType.Ordinal ? new OrdinalDomain(values) : new CategoricalDomain(values);
    }

    private Domain? Ranged(DomainType type)
    {
        var isInteger = type == DomainType.Integer;
        Refuse($"{(isInteger ? "an integer" : "a real")} has a range instead; a list makes it an ordinal", ("values", draft.Values is not null));
        if (Ends(isInteger) is not var (low, high))
        {
            return null;
        }

        var scale = draft.Scale ?? InheritedScale();
        if (low > high)
        {
            Broken("range", $"range [{Text(low)}, {Text(high)}] is empty: its lower end lies above its upper end", $"Write range: [{Text(high)}, {Text(low)}].");
        }
        else if (scale == Scale.Log && low <= 0)
        {
            Broken("range", $"a log scale needs a range above 0, and [{Text(low)}, {Text(high)}] starts at {Text(low)}", "Start above 0, list the value under special:, or write scale: linear.");
        }

        CheckLimits(low, high);
        var step = Step(isInteger, low, high);
        var special = Special(isInteger, low, high);
        return isInteger
            ? new IntegerDomain((long)low, (long)high, scale, Math.Max((long)step, 1), special)
            : new RealDomain(low, high, scale, step, special);
    }

    private (double Low, double High)? Ends(bool isInteger)
    {
        if (draft.Range is not { } range)
        {
            switch (entry?.Template.Domain)
            {
                case IntegerDomain d:
                    return (d.Minimum, d.Maximum);
                case RealDomain d:
                    return (d.Minimum, d.Maximum);
                default:
                    Broken(string.Empty, $"{(isInteger ? "an integer" : "a real")} needs a range", "Write range: [smallest, largest].");
                    return null;
            }
        }

        if (range.Length != 2)
        {
            Broken("range", $"a range has two ends, and this one has {range.Length} {(range.Length == 1 ? "value" : "values")}", "Write range: [smallest, largest], or list single values under values:.");
            return null;
        }

        var low = End(range, 0, isInteger);
        var high = End(range, 1, isInteger);
        if (low is not { } l || high is not { } h)
        {
            return null;
        }

        if (DimensionOf(range[0]) is var from && DimensionOf(range[1]) is var to && from != to && from != Dimension.None && to != Dimension.None)
        {
            Broken("range", $"range [{range[0]}, {range[1]}] goes from a {Noun(from)} to a {Noun(to)}", "Write both ends in units of one kind, or as plain numbers.");
            return null;
        }

        return (l.AsNumber(), h.AsNumber());
    }

    private ParameterValue? End(ImmutableArray<RawValue> range, int index, bool isInteger) => Read(range[index], isInteger, $"range[{index}]", index == 0 ? "the lower end of the range" : "the upper end of the range");

    private ParameterValue? Read(RawValue raw, bool isInteger, string key, string what)
    {
        var (value, error) = reader.Number(raw, isInteger);
        if (error is not null)
        {
            var remedy = (isInteger, reader.UnitName) switch
            {
                (true, "") => "Write a whole number, with a unit if need be: 20, 64KiB; fractions need type: real.",
                (false, "") => "Write a number, with a unit if need be: 0.5, 20ms.",
                (true, var unit) => $"Write a whole number of {unit}, or one with a unit that comes to that; fractions need type: real.",
                (false, var unit) => $"Write a number of {unit}, or one with a unit of that kind.",
            };
            Broken(key, $"{what}, {error}", remedy);
        }

        return value;
    }

    private void CheckLimits(double low, double high)
    {
        if (entry?.Minimum is { } minimum && low < minimum)
        {
            Broken("range", $"the range starts at {Text(low)}, and nothing below {Text(minimum)} is accepted", $"Start it at {Text(minimum)} or above.");
        }

        if (entry?.Maximum is { } maximum && high > maximum)
        {
            Broken("range", $"the range ends at {Text(high)}, and nothing above {Text(maximum)} is accepted", $"End it at {Text(maximum)} or below.");
        }
    }

    private double Step(bool isInteger, double low, double high)
    {
        if (draft.Step is not { } raw || Read(raw, isInteger, "step", "the step") is not { } value)
        {
            return 0;
        }

        var step = value.AsNumber();
        if (step <= 0)
        {
            Broken("step", $"step {Text(step)} is not above 0", "Write a step above 0, or none.");
            return 0;
        }

        var steps = (high - low) / step;
        if (low <= high && Math.Abs(steps - Math.Round(steps)) > 1e-9 * Math.Max(1, steps))
        {
            var below = low + (Math.Floor(steps) * step);
            Broken("step", $"step {Text(step)} does not divide the range {Text(low)} to {Text(high)}", $"End the range at {Text(below)} or {Text(below + step)}, or change the step.");
        }

        return step;
    }

    private ValueList? Special(bool isInteger, double low, double high)
    {
        if (draft.Special is not { } raws)
        {
            // A special value of the catalogue's that the space's own range covers is an ordinary one there.
            return InheritedSpecial()?.Where(v => v.AsNumber() < low || v.AsNumber() > high).ToArray() is { Length: > 0 } beside ? ValueList.From(beside) : null;
        }

        var values = new List<ParameterValue>();
        for (var i = 0; i < raws.Length; i++)
        {
            if (Read(raws[i], isInteger, $"special[{i}]", "the special value") is not { } value)
            {
                continue;
            }

            if (value.AsNumber() >= low && value.AsNumber() <= high)
            {
                Broken($"special[{i}]", $"special value {value} lies inside the range {Text(low)} to {Text(high)}", "Remove it, or start the range after it: special values lie beside the range.");
            }

            values.Add(value);
        }

        return ValueList.From(values);
    }

    private Scale InheritedScale() => entry?.Template.Domain switch
    {
        IntegerDomain d => d.Scale,
        RealDomain d => d.Scale,
        _ => Scale.Linear,
    };

    private ValueList? InheritedSpecial() => entry?.Template.Domain switch
    {
        IntegerDomain d => d.Special,
        RealDomain d => d.Special,
        _ => null,
    };

    private void Broken(string key, string message, string remedy)
    {
        _isBroken = true;
        problems.Add(key, message, remedy);
    }

    // A key too many does not keep the rest from being judged.
    private void RefuseRangeKeys(string noun) =>
        Refuse($"it belongs to integers and reals, and this is {noun}", ("scale", draft.Scale is not null), ("step", draft.Step is not null), ("special", draft.Special is not null));

    private void Refuse(string law, params (string Key, bool IsWritten)[] keys)
    {
        foreach (var (key, _) in keys.Where(k => k.IsWritten))
        {
            problems.Add(key, $"{key} means nothing here: {law}", $"Remove {key}.");
        }
    }

    private static Dimension DimensionOf(RawValue raw) => Quantity.TryParse(raw.Text, out var quantity) ? quantity.Dimension : Dimension.None;

    private static string Noun(Dimension dimension) => dimension == Dimension.Ratio ? "share" : dimension.ToString().ToLowerInvariant();

    private static string Text(double number) => Math.Abs(number) is >= 1e15 and < 1e19 ? number.ToString("F0", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
}
