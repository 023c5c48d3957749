using System.Collections;
using System.Runtime.CompilerServices;

namespace TuneSearch.Core.Spaces;

/// <summary>An immutable list of values that compares by content, so that records holding one do too.</summary>
[CollectionBuilder(typeof(ValueList), nameof(Create))]
public sealed class ValueList : IReadOnlyList<ParameterValue>, IEquatable<ValueList>
{
    private readonly ParameterValue[] _values;

    private ValueList(ParameterValue[] values) => _values = values;

    public int Count => _values.Length;

    public ParameterValue this[int index] => _values[index];

    public static ValueList Create(ReadOnlySpan<ParameterValue> values) => new(values.ToArray());

    public static ValueList From(IEnumerable<ParameterValue> values) => new([.. values]);

    public int IndexOf(ParameterValue value) => Array.IndexOf(_values, value);

    public bool Equals(ValueList? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as ValueList);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => "[" + string.Join(", ", _values) + "]";

    public IEnumerator<ParameterValue> GetEnumerator() => ((IEnumerable<ParameterValue>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
