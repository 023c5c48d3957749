using System.Security.Cryptography;
using System.Text;

using Microsoft.AspNetCore.Http;

using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Api;

namespace TuneSearch.Daemon.Security;

/// <summary>Lets a request through that carries the daemon's token, or asks for what says nothing about jobs.</summary>
internal sealed class BearerToken(RequestDelegate next, string token)
{
    private const string Scheme = "Bearer ";

    /// <summary>Probes and the page's own files: an orchestrator has no token, and the page asks for it.</summary>
    private static readonly string[] Guarded = ["/api", "/metrics", "/openapi"];

    private readonly byte[] _expected = Hash(token);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsGuarded(context.Request.Path) || Carries(context.Request))
        {
            await next(context);
            return;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"tunesearch\"";
        await Problems.Of(
            StatusCodes.Status401Unauthorized,
            "A token is needed",
            new Problem("Authorization", "the header is missing or its token is not the daemon's", "Send Authorization: Bearer TOKEN; with the command line set TUNESEARCH_TOKEN")).ExecuteAsync(context);
    }

    /// <summary>In any case of letters, as routes match: «/API» leads to the API as well.</summary>
    private static bool IsGuarded(PathString path) => Guarded.Any(prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));

    private bool Carries(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();

        // Hashes have equal lengths, so comparing tells nothing about the token's.
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..].Trim()), _expected);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
