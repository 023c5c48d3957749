using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TuneSearch.Daemon.Health;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: jobs can be submitted.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => Results.Text("ok\n")).ExcludeFromDescription();
        app.MapGet("/readyz", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(IEnumerable<IReadinessCheck> checks, TimeProvider time, CancellationToken cancellationToken)
    {
        var lines = await Task.WhenAll(checks.Select(check => LineAsync(check, time, cancellationToken)));
        return Results.Text(
            string.Concat(lines.Select(line => $"{line.Name}: {line.Failure ?? "ok"}\n")),
            statusCode: lines.All(line => line.Failure is null) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<(string Name, string? Failure)> LineAsync(IReadinessCheck check, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return (check.Name, await check.CheckAsync(cancellationToken).WaitAsync(Limit, time, cancellationToken));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return (check.Name, failure.Message.ReplaceLineEndings(" "));
        }
    }
}
