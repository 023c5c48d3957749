using System.Collections.Frozen;

namespace TuneSearch.Core.Expressions;

/// <summary>What the words of an expression mean.</summary>
/// <param name="noun">What a name is called in messages: «parameter», «metric».</param>
/// <param name="isOpen">Whether an unknown word is a number that will be known later (a metric of the user's own) instead of a text.</param>
public sealed class ExpressionScope(IEnumerable<Symbol> symbols, string noun = "parameter", bool isOpen = false)
{
    private readonly FrozenDictionary<string, Symbol> _symbols = symbols
        .DistinctBy(symbol => symbol.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(symbol => symbol.Name, StringComparer.Ordinal);

    public string Noun => noun;

    public bool IsOpen => isOpen;

    /// <summary>In alphabetical order.</summary>
    public IReadOnlyCollection<string> Names => [.. _symbols.Keys.Order(StringComparer.Ordinal)];

    public Symbol? Find(string name) => _symbols.GetValueOrDefault(name);
}
