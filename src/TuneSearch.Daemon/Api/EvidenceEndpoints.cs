using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using TuneSearch.Core.Storage;
using TuneSearch.Core.Validation;

namespace TuneSearch.Daemon.Api;

/// <summary>Files that were kept with trials.</summary>
internal static class EvidenceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs/{id}/evidence", ListAsync).WithName("ListEvidence").Produces<EvidenceName[]>().ProducesProblem(StatusCodes.Status404NotFound);

        // Names may have slashes: whoever kept a file names it.
        api.MapGet("/jobs/{id}/evidence/{trial:int}/{**name}", GetAsync).WithName("GetEvidence").Produces<byte[]>(contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(string id, IJobStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is null ? Problems.NoSuchJob(id) : Results.Ok(await store.ListEvidenceAsync(id, cancellationToken));

    private static async Task<IResult> GetAsync(string id, int trial, string name, IJobStore store, CancellationToken cancellationToken) =>
        await store.GetEvidenceAsync(id, trial, name, cancellationToken) is { } content
            ? Results.Bytes(content, "application/octet-stream", name)
            : Problems.Of(StatusCodes.Status404NotFound, "No such evidence", new Problem($"{id}, trial {trial}", $"no file '{name}' was kept", $"List them with GET {ApiEndpoints.Prefix}/jobs/{id}/evidence"));
}
