using System.Collections.Immutable;

namespace TuneSearch.Core.Spaces;

/// <summary>Catalogues of known parameters, which spaces inherit from with <c>use: kafka/3.9</c>.</summary>
/// <remarks>Answers are fixed for the life of the process. An unknown catalogue has no parameters and no constraints.</remarks>
public interface IParameterCatalogue
{
    /// <summary>The catalogues there are, as <c>use:</c> writes them; versions of one family from the oldest on. Others may be known as well, as 3.9.1 is by 3.9.</summary>
    ImmutableArray<string> Names { get; }

    /// <summary>The parameters of one catalogue.</summary>
    ImmutableArray<string> ParametersOf(string catalogue);

    /// <summary>What the catalogue knows of a parameter, or null.</summary>
    /// <param name="scope">Where one name exists in several scopes; null takes the first the catalogue lists.</param>
    CatalogueEntry? Find(string catalogue, string parameter, ParameterScope? scope);

    /// <summary>Laws between parameters. A space takes over those whose names it all has.</summary>
    ImmutableArray<string> ConstraintsOf(string catalogue);
}
