using System.ComponentModel.DataAnnotations;
using System.Reflection;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Files.Records;

/// <summary>One key of a record as files write it.</summary>
/// <param name="Argument">The primary constructor's parameter of the same name, if there is one.</param>
internal sealed record KeyShape(string Name, PropertyInfo Property, ParameterInfo? Argument)
{
    /// <summary>The value's type without «or null».</summary>
    public Type Type { get; } = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    public bool IsRequired => Argument is { HasDefaultValue: false };

    public RangeAttribute? Range { get; } = Property.GetCustomAttribute<RangeAttribute>() ?? Argument?.GetCustomAttribute<RangeAttribute>();

    /// <summary>Units that a number may carry.</summary>
    public Dimension Dimension { get; } =
        (Property.GetCustomAttribute<CountsInAttribute>() ?? Argument?.GetCustomAttribute<CountsInAttribute>())?.Dimension ?? Dimension.None;
}
