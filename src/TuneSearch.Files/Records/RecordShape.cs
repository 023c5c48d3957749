using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TuneSearch.Files.Records;

/// <summary>How a record is written in files: its public properties in camel case; constructor parameters without default are required.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Shapes = new();
    private readonly ConstructorInfo _constructor;

    private RecordShape(Type type)
    {
        Type = type;
        _constructor = type.GetConstructors().Where(c => !IsCopy(c, type)).MaxBy(c => c.GetParameters().Length)!;
        var arguments = _constructor.GetParameters().ToDictionary(p => p.Name!, StringComparer.OrdinalIgnoreCase);
        Keys = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .OrderBy(p => arguments.TryGetValue(p.Name, out var argument) ? argument.Position : int.MaxValue)
            .Select(p => new KeyShape(JsonNamingPolicy.CamelCase.ConvertName(p.Name), p, arguments.GetValueOrDefault(p.Name)))];
    }

    public Type Type { get; }

    public ImmutableArray<KeyShape> Keys { get; }

    public static RecordShape Of(Type type) => Shapes.GetOrAdd(type, t => new RecordShape(t));

    /// <summary>The record with these values and defaults for the rest; required ones that are missing get an empty value.</summary>
    public object Create(IReadOnlyDictionary<string, object?> values)
    {
        var arguments = _constructor.GetParameters()
            .Select(p => values.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(p.Name!), out var value) ? value : EmptyOf(p))
            .ToArray();
        var made = _constructor.Invoke(arguments);
        foreach (var key in Keys.Where(key => key.Argument is null))
        {
            if (values.TryGetValue(key.Name, out var value))
            {
                key.Property.SetValue(made, value);
            }
        }

        return made;
    }

    private static bool IsCopy(ConstructorInfo constructor, Type type) =>
        constructor.GetParameters() is [var only] && only.ParameterType == type;

    private static object? EmptyOf(ParameterInfo parameter)
    {
        if (parameter is { HasDefaultValue: true, DefaultValue: not null })
        {
            return parameter.DefaultValue;
        }

        var type = parameter.ParameterType;
        return type == typeof(string) && !parameter.HasDefaultValue ? string.Empty
            : type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type)
            : null;
    }
}
