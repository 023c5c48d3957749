using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;

namespace TuneSearch.Files.Records;

/// <summary>A value that is one of several records, told apart by one key.</summary>
/// <param name="Key">As «driver» or «distribution».</param>
internal sealed record UnionShape(string Key, ImmutableSortedDictionary<string, Type> Cases)
{
    public static UnionShape? Of(Type type) => type.GetCustomAttribute<JsonPolymorphicAttribute>() is { TypeDiscriminatorPropertyName: { } key }
        ? new UnionShape(key, type.GetCustomAttributes<JsonDerivedTypeAttribute>().ToImmutableSortedDictionary(a => (string)a.TypeDiscriminator!, a => a.DerivedType, StringComparer.Ordinal))
        : null;

    public string? NameOf(Type type) => Cases.FirstOrDefault(pair => pair.Value == type).Key;
}
