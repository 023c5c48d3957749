using Microsoft.AspNetCore.Http;

namespace TuneSearch.Daemon.Metrics;

/// <summary>Times each request.</summary>
internal sealed class HttpMeter(RequestDelegate next, HttpInstruments instruments, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            instruments.OnAnswered(context, time.GetElapsedTime(start));
        }
    }
}
