using System.Collections.Immutable;

namespace TuneSearch.Core.Spaces;

/// <summary>Knows nothing; spaces then describe their parameters themselves.</summary>
public sealed class NoCatalogue : IParameterCatalogue
{
    public ImmutableArray<string> Names => [];

    public ImmutableArray<string> ParametersOf(string catalogue) => [];

    public CatalogueEntry? Find(string catalogue, string parameter, ParameterScope? scope) => null;

    public ImmutableArray<string> ConstraintsOf(string catalogue) => [];
}
