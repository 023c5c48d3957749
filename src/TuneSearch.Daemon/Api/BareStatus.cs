using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Api;

/// <summary>Gives a body to what routing and Kestrel refuse by a status alone.</summary>
internal static class BareStatus
{
    private const string Paths = "See /openapi/v1.json for the paths and what each takes";

    public static Task ExplainAsync(StatusCodeContext refused)
    {
        var context = refused.HttpContext;
        var (title, message, remedy) = Words(context);
        return Problems.Of(context.Response.StatusCode, title, new Problem($"{context.Request.Method} {context.Request.Path}", message, remedy)).ExecuteAsync(context);
    }

    private static (string Title, string Message, string Remedy) Words(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => ("No such path", "nothing is here", Paths),
        StatusCodes.Status405MethodNotAllowed => ("Wrong method", $"this path takes {context.Response.Headers.Allow}", Paths),
        StatusCodes.Status413PayloadTooLarge => (
            "Too large",
            $"the body is larger than the {context.RequestServices.GetRequiredService<IOptions<DaemonOptions>>().Value.MaxBodyBytes} bytes that the daemon takes",
            "Send less, or raise TuneSearch:MaxBodyBytes and start the daemon again"),
        StatusCodes.Status415UnsupportedMediaType => (
            "Not JSON", $"the body's content type is {(context.Request.ContentType is { Length: > 0 } sent ? $"'{sent}'" : "not told")}, and JSON is expected", "Send Content-Type: application/json"),
        _ => ("The request cannot be served", $"it ends in status {context.Response.StatusCode}", Paths),
    };
}
