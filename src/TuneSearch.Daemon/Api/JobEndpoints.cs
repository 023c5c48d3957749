using System.Collections.Immutable;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Api;

/// <summary>Jobs are listed, shown and steered.</summary>
internal static class JobEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", ListAsync).WithName("ListJobs").Produces<ImmutableArray<JobSummary>>();
        api.MapGet("/jobs/{id}", ShowAsync).WithName("ShowJob").Produces<JobDetail>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/jobs/{id}/space", SpaceAsync).WithName("ShowSpace").Produces<ImmutableArray<ParameterDocument>>().ProducesProblem(StatusCodes.Status404NotFound);
        MapChange(api, "pause", (jobs, id, token) => jobs.PauseAsync(id, token));
        MapChange(api, "resume", (jobs, id, token) => jobs.ResumeAsync(id, token));
        MapChange(api, "cancel", (jobs, id, token) => jobs.CancelAsync(id, token));
    }

    private static Task<ImmutableArray<JobSummary>> ListAsync(IJobService jobs, CancellationToken cancellationToken) => jobs.ListAsync(cancellationToken);

    private static async Task<IResult> ShowAsync(string id, IJobService jobs, CancellationToken cancellationToken) =>
        Shown(id, await jobs.FindAsync(id, cancellationToken));

    private static async Task<IResult> SpaceAsync(string id, IJobService jobs, CancellationToken cancellationToken) =>
        await jobs.FindAsync(id, cancellationToken) is { } job
            ? Results.Ok(job.Spec.Space.Parameters.Select(ParameterDocument.From).ToImmutableArray())
            : Problems.NoSuchJob(id);

    private static void MapChange(IEndpointRouteBuilder api, string verb, Func<IJobService, string, CancellationToken, Task<JobReading?>> change) =>
        api.MapPost($"/jobs/{{id}}/{verb}", async (string id, IJobService jobs, CancellationToken cancellationToken) => Shown(id, await change(jobs, id, cancellationToken)))
            .WithName(char.ToUpperInvariant(verb[0]) + verb[1..] + "Job")
            .Produces<JobDetail>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static IResult Shown(string id, JobReading? job) => job is null ? Problems.NoSuchJob(id) : Results.Ok(job.ToDetail());
}
