using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using TuneSearch.Core.Storage;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Answers;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Api;

/// <summary>The best configuration, the report, and what was learned for later jobs.</summary>
internal static class AnswerEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs/{id}/best", BestAsync).WithName("BestConfiguration").Produces<string>(contentType: "text/plain")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/jobs/{id}/report", ReportAsync).WithName("Report").Produces<string>(contentType: "text/markdown").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/jobs/{id}/relevance", RelevanceAsync).WithName("Relevance").Produces<string>(contentType: "application/yaml")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> RelevanceAsync(string id, HttpResponse response, IJobService jobs, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(id, cancellationToken) is not { } job)
        {
            return Problems.NoSuchJob(id);
        }

        var text = RelevanceText.Require(job);
        response.Headers.ContentDisposition = $"inline; filename=\"{id}.relevance.yaml\"";
        return Results.Text(text, "application/yaml; charset=utf-8");
    }

    private static async Task<IResult> BestAsync(
        string id, HttpResponse response, IJobService jobs, AnswerFormats formats, CancellationToken cancellationToken, string format = "properties", bool unverified = false)
    {
        if (!formats.TryGet(format, out var wanted))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Unknown format", new Problem("format", $"'{format}' is not one of {string.Join(", ", formats.Names)}", "Take one of these"));
        }

        if (await jobs.FindAsync(id, cancellationToken) is not { } job)
        {
            return Problems.NoSuchJob(id);
        }

        var answer = AnswerRules.Require(job, unverified);
        response.Headers.ContentDisposition = $"inline; filename=\"{id}-{wanted.FileName}\"";
        return Results.Text(wanted.Write(job.Spec, answer), wanted.ContentType);
    }

    private static async Task<IResult> ReportAsync(string id, IJobService jobs, IJobStore store, CancellationToken cancellationToken) =>
        await jobs.FindAsync(id, cancellationToken) is { } job
            ? Results.Text(JobReport.Markdown(job, await store.ListEvidenceAsync(id, cancellationToken)), "text/markdown; charset=utf-8")
            : Problems.NoSuchJob(id);
}
