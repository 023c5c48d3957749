using System.Net;

using Microsoft.AspNetCore.Http;

using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Api;

namespace TuneSearch.Daemon.Security;

/// <summary>Keeps other sites' pages in the user's browser away from a daemon that has no token.</summary>
/// <remarks>
/// A foreign name that resolves to 127.0.0.1 (DNS rebinding) shows in Host; a form or script of another site shows in Sec-Fetch-Site or Origin.
/// Programs send neither and pass.
/// </remarks>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!IsOwnName(context.Request.Host.Host))
        {
            return Problems.Of(
                StatusCodes.Status421MisdirectedRequest,
                "Wrong host name",
                new Problem("Host", $"'{context.Request.Host}' is not a name of this machine's loopback", "Use 127.0.0.1 or localhost, or set a token")).ExecuteAsync(context);
        }

        if (ComesFromElsewhere(context.Request))
        {
            return Problems.Of(
                StatusCodes.Status403Forbidden,
                "Not from other sites",
                new Problem("Origin", "the request comes from another site's page", "Use the daemon's own page or the command line")).ExecuteAsync(context);
        }

        return next(context);
    }

    private static bool IsOwnName(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool ComesFromElsewhere(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return false;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "cross-site" or "same-site" || (origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}");
    }
}
