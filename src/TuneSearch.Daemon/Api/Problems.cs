using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

using TuneSearch.Core.Validation;

namespace TuneSearch.Daemon.Api;

/// <summary>Errors as problem+json (RFC 9457) with every problem in <c>problems</c>: where, message, remedy.</summary>
internal static class Problems
{
    public const string Extension = "problems";

    public static IResult Of(int status, string title, params IEnumerable<Problem> problems)
    {
        Problem[] all = [.. problems];
        return Results.Problem(new ProblemDetails
        {
            Status = status,
            Title = title,
            Detail = string.Join(Environment.NewLine, all.Select(problem => problem.ToString())),
            Extensions = { [Extension] = all },
        });
    }

    public static IResult NoSuchJob(string id) =>
        Of(StatusCodes.Status404NotFound, "No such job", new Problem(id, "no job has this id", "List the jobs with: tunesearch jobs"));
}
