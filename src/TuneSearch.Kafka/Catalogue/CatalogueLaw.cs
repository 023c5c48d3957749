using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>A law between settings of one scope, written as a constraint of a search space.</summary>
/// <param name="IsHard">Whether broker or client refuse a configuration that breaks it; a soft law only keeps it healthy.</param>
public sealed record CatalogueLaw(string Text, ParameterScope Scope, bool IsHard, string Source);
