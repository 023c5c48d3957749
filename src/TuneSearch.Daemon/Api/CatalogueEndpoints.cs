using System.Collections.Immutable;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Api;

/// <summary>What spaces can inherit with <c>use:</c>.</summary>
internal static class CatalogueEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/catalogue", (IParameterCatalogue catalogue) => catalogue.Names).WithName("ListCatalogues").Produces<ImmutableArray<string>>();

        // Names have a slash: «kafka/3.9».
        api.MapGet("/catalogue/{**name}", Show).WithName("ShowCatalogue").Produces<ImmutableArray<ParameterDocument>>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Show(string name, IParameterCatalogue catalogue) => catalogue.ParametersOf(name) is { IsEmpty: false } known
        ? Results.Ok(known
            .Select(parameter => catalogue.Find(name, parameter, null))
            .OfType<CatalogueEntry>()
            .Select(entry => ParameterDocument.From(entry.Template))
            .ToImmutableArray())
        : Problems.Of(
            StatusCodes.Status404NotFound,
            "No such catalogue",
            new Problem(name, $"no catalogue has this name; known are {string.Join(", ", catalogue.Names)}", "Take one of these"));
}
