using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Daemon.Api;

/// <summary>What applying a trial's configuration changes against the trial before it.</summary>
internal static class PlanEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/jobs/{id}/plan", PlanAsync).WithName("ShowPlan").Produces<string>(contentType: "text/plain")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> PlanAsync(string id, int trial, IJobService jobs, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(id, cancellationToken) is not { } job)
        {
            return Problems.NoSuchJob(id);
        }

        var at = job.Trials.ToList().FindIndex(row => row.Trial == trial);
        if (at < 0)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "No such trial", new Problem("trial", $"job {id} has no trial {trial}; it has started {job.Trials.Length}", "Take a number that 'tunesearch trials' lists"));
        }

        var before = at == 0 ? job.Spec.Baseline : job.Trials[at - 1].Configuration;
        return Results.Text(PlanPreview.Text(job.Spec, before, job.Trials[at].Configuration), "text/plain; charset=utf-8");
    }
}
