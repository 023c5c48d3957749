using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Api;

/// <summary>Jobs come in: as a bundle of texts, or as a path below the job roots.</summary>
internal static class SubmitEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/jobs", SubmitAsync).WithName("SubmitJob").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/validate", Validate).WithName("ValidateJob").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Created<JobDetail>> SubmitAsync(SubmitRequest request, IJobService jobs, IJobFiles files, CancellationToken cancellationToken)
    {
        var job = await jobs.SubmitAsync(Bundle(request, files), cancellationToken);
        return TypedResults.Created($"{ApiEndpoints.Prefix}/jobs/{job.Id}", job.ToDetail());
    }

    private static Ok<ValidationDocument> Validate(SubmitRequest request, IJobService jobs, IJobFiles files)
    {
        var spec = jobs.Check(Bundle(request, files));
        return TypedResults.Ok(new ValidationDocument(spec.Name, spec.Cluster.Driver, spec.Space.Parameters.Length, spec.Space.Searched.Length, [.. spec.Profiles.Select(profile => profile.Name)], spec.Budget.Trials));
    }

    private static JobBundle Bundle(SubmitRequest request, IJobFiles files) => request switch
    {
        { Files: { } texts } when texts.FirstOrDefault(text => text.Value is null) is { Key: { } name } => throw new InvalidInputException([new Problem(
            $"files.{name}", "the file has no text", "Send its text, or leave the file out")]),
        _ when (request.Path + request.Folder).Contains('\0') => throw new InvalidInputException([new Problem(
            "request", "its path or its folder holds a NUL character, which no path can hold", "Remove it")]),
        { Path: { Length: > 0 } path, Entry: null, Files: null } => files.Collect(path),
        { Path: null, Entry: { } entry, Files: { } texts } when texts.ContainsKey(entry) => new JobBundle(entry, texts, request.Folder),
        { Path: null, Entry: { } entry, Files: { } texts } => throw new InvalidInputException([new Problem(
            "entry", $"'{entry}' is not among the files sent: {string.Join(", ", texts.Keys)}", "Name the job file as it is named in files")]),
        _ => throw new InvalidInputException([new Problem(
            "request", "a job is either a bundle (entry and files) or a path, and this is neither or both", "Send {\"entry\": \"job.yaml\", \"files\": {\"job.yaml\": \"…\"}} or {\"path\": \"jobs/job.yaml\"}")]),
    };
}
