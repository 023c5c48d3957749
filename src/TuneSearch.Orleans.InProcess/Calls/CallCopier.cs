using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Serialization;

namespace Orleans.Runtime;

/// <summary>Copies what crosses a grain's border, so that caller and grain never share anything that can change.</summary>
/// <remarks>
/// The same objects pass as with Orleans' generated copiers: values that cannot change and types marked <see cref="ImmutableAttribute"/>
/// as themselves; arrays, lists and dictionaries element by element; types marked <see cref="GenerateSerializerAttribute"/> member by
/// member where the member has an <see cref="IdAttribute"/>; anything else is refused.
/// </remarks>
internal static class CallCopier
{
    private static readonly ConcurrentDictionary<Type, Func<object, Copies, object>> Known = new();

    private static readonly HashSet<Type> Unchanging =
    [
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
        typeof(Guid), typeof(Uri), typeof(Version), typeof(GrainId),
    ];

    public static object?[] CopyAll(object?[] values)
    {
        var copies = new Copies(ReferenceEqualityComparer.Instance);
        return Array.ConvertAll(values, value => Copy(value, copies));
    }

    public static object? Copy(object? value) => Copy(value, new Copies(ReferenceEqualityComparer.Instance));

    private static object? Copy(object? value, Copies copies) =>
        value is null ? null
        : copies.TryGetValue(value, out var earlier) ? earlier
        : Known.GetOrAdd(value.GetType(), CopierOf)(value, copies);

    private static Func<object, Copies, object> CopierOf(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || Unchanging.Contains(type) || type.IsDefined(typeof(ImmutableAttribute))
            || type.IsAssignableTo(typeof(Exception)) || type.IsAssignableTo(typeof(IAddressable)))
        {
            return static (value, _) => value;
        }

        if (type.IsArray)
        {
            return CopyArray;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return CopyList;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            return CopyDictionary;
        }

        return type.IsDefined(typeof(GenerateSerializerAttribute))
            ? MemberwiseCopier(type)
            : throw new CodecNotFoundException(
                $"Could not find a copier for type {type}. Mark the type with [GenerateSerializer] and its members with [Id(n)], or send its JSON as text.");
    }

    private static object CopyArray(object value, Copies copies)
    {
        var copy = (Array)((Array)value).Clone();
        copies[value] = copy;
        if (!value.GetType().GetElementType()!.IsPrimitive)
        {
            for (var index = 0; index < copy.Length; index++)
            {
                copy.SetValue(Copy(copy.GetValue(index), copies), index);
            }
        }

        return copy;
    }

    private static object CopyList(object value, Copies copies)
    {
        var copy = (IList)Activator.CreateInstance(value.GetType())!;
        copies[value] = copy;
        foreach (var item in (IList)value)
        {
            copy.Add(Copy(item, copies));
        }

        return copy;
    }

    private static object CopyDictionary(object value, Copies copies)
    {
        var comparer = value.GetType().GetProperty(nameof(Dictionary<,>.Comparer))!.GetValue(value);
        var copy = (IDictionary)Activator.CreateInstance(value.GetType(), comparer)!;
        copies[value] = copy;
        foreach (DictionaryEntry pair in (IDictionary)value)
        {
            copy.Add(Copy(pair.Key, copies)!, Copy(pair.Value, copies));
        }

        return copy;
    }

    private static Func<object, Copies, object> MemberwiseCopier(Type type)
    {
        var fields = MarkedFields(type);

        // A constructor without parameters gives unmarked members their initial values, as with Orleans.
        var hasConstructor = type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null;
        return (value, copies) =>
        {
            var copy = hasConstructor ? Activator.CreateInstance(type, nonPublic: true)! : RuntimeHelpers.GetUninitializedObject(type);
            copies[value] = copy;
            foreach (var field in fields)
            {
                field.SetValue(copy, Copy(field.GetValue(value), copies));
            }

            return copy;
        };
    }

    private static FieldInfo[] MarkedFields(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var fields = new List<FieldInfo>();
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            fields.AddRange(level.GetFields(Own).Where(field => field.IsDefined(typeof(IdAttribute))));
            fields.AddRange(level.GetProperties(Own)
                .Where(property => property.IsDefined(typeof(IdAttribute)))
                .Select(property => level.GetField($"<{property.Name}>k__BackingField", Own)
                    ?? throw new CodecNotFoundException($"{level.Name}.{property.Name} has an [Id] but no storage of its own. Mark the field instead.")));
        }

        return [.. fields];
    }

    private sealed class Copies(IEqualityComparer<object?> comparer) : Dictionary<object, object>(comparer);
}
