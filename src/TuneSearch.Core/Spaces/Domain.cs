using System.Text.Json.Serialization;

namespace TuneSearch.Core.Spaces;

/// <summary>The values a parameter may take, and how they lie on the unit interval that searches move on.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(IntegerDomain), "integer")]
[JsonDerivedType(typeof(RealDomain), "real")]
[JsonDerivedType(typeof(OrdinalDomain), "ordinal")]
[JsonDerivedType(typeof(CategoricalDomain), "categorical")]
[JsonDerivedType(typeof(BooleanDomain), "boolean")]
public abstract record Domain
{
    /// <summary>Whether neighbouring values are alike, so that a small step is a small change.</summary>
    [JsonIgnore]
    public abstract bool IsOrdered { get; }

    /// <summary>How many values there are; null where they are a continuum.</summary>
    [JsonIgnore]
    public abstract long? Count { get; }

    public abstract bool Contains(ParameterValue value);

    /// <summary>Whether a value lies beside the range and means something of its own.</summary>
    public virtual bool IsSpecial(ParameterValue value) => false;

    /// <summary>The value at <paramref name="unit"/> (0 to 1, clamped), rounded to one the domain contains.</summary>
    /// <remarks>Special values are not reached this way: they lie beside the range, not on it.</remarks>
    public abstract ParameterValue FromUnit(double unit);

    /// <summary>Where a contained value lies on 0 to 1. Unordered values take the middle of equal cells; special values their nearest end.</summary>
    public abstract double ToUnit(ParameterValue value);

    /// <summary>The values in order, special ones first; only where <see cref="Count"/> is known and at most <paramref name="limit"/>, else null.</summary>
    public abstract IReadOnlyList<ParameterValue>? Enumerate(int limit);

    /// <summary>The domain in words for messages: «an integer from 1 to 64 in steps of 1».</summary>
    public abstract string Describe();
}
