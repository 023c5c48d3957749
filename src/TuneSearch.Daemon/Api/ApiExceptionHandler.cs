using System.Text.Json;

using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Api;

/// <summary>Turns what the services throw into problem+json.</summary>
internal sealed partial class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var result = exception switch
        {
            InvalidInputException invalid => Problems.Of(StatusCodes.Status422UnprocessableEntity, "The job cannot be used", invalid.Problems),
            JobStateException state => Problems.Of(StatusCodes.Status409Conflict, "The job's state does not allow it", state.Problem),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, "The request cannot be read", new Problem("request", Reason(bad), "See /openapi/v1.json for what is expected")),
            _ => Unexpected(httpContext, exception),
        };
        await result.ExecuteAsync(httpContext);
        return true;
    }

    private IResult Unexpected(HttpContext context, Exception exception)
    {
        LogFailed(context.Request.Method, context.Request.Path, exception);
        return Problems.Of(
            StatusCodes.Status500InternalServerError,
            "The daemon failed",
            new Problem(context.Request.Path, exception.Message.TrimEnd('.'), "See the daemon's log; nothing of the request was kept unless the job is in the list"));
    }

    private static string Reason(BadHttpRequestException bad) =>
        bad.InnerException is JsonException json ? $"its body is not the JSON that is expected: {json.Message.TrimEnd('.')}" : bad.Message.TrimEnd('.');
}
