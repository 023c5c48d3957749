using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Security;

/// <summary>Who may ask: whoever has the token where there is one, else programs of this machine and the daemon's own page.</summary>
internal sealed class AccessGuard(RequestDelegate next, IOptions<DaemonOptions> options)
{
    private readonly RequestDelegate _guarded = DaemonPaths.ReadToken(options.Value) is { } token
        ? new BearerToken(next, token).InvokeAsync
        : new CrossSiteGuard(next).InvokeAsync;

    public Task InvokeAsync(HttpContext context) => _guarded(context);
}
