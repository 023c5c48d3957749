using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Api;

/// <summary>A job's trials, and how it stood after each.</summary>
internal static class TrialEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs/{id}/trials", TrialsAsync).WithName("ListTrials").Produces<TrialRow[]>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/jobs/{id}/progress", ProgressAsync).WithName("ShowProgress").Produces<ProgressPoint[]>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> TrialsAsync(string id, IJobService jobs, CancellationToken cancellationToken, string format = "json")
    {
        if (format is not ("json" or "csv"))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Unknown format", new Problem("format", $"'{format}' is not one of json, csv", "Take one of these"));
        }

        if (await jobs.FindAsync(id, cancellationToken) is not { } job)
        {
            return Problems.NoSuchJob(id);
        }

        return format == "csv" ? Results.Text(TrialTable.Csv(job.Trials), "text/csv; charset=utf-8") : Results.Ok(job.Trials);
    }

    private static async Task<IResult> ProgressAsync(string id, IJobService jobs, CancellationToken cancellationToken) =>
        await jobs.FindAsync(id, cancellationToken) is { } job ? Results.Ok(job.Progress) : Problems.NoSuchJob(id);
}
