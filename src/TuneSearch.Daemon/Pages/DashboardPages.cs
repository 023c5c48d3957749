using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace TuneSearch.Daemon.Pages;

/// <summary>Serves the page that was built into <c>wwwroot</c>, or one that says how to build it.</summary>
internal static class DashboardPages
{
    private const string Folder = "wwwroot";

    /// <summary>Everything the page needs is its own: no other site is asked, none may frame it.</summary>
    private const string ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    public static string Root => Path.Join(AppContext.BaseDirectory, Folder);

    public static bool IsBuilt => File.Exists(Path.Join(Root, "index.html"));

    public static void Use(WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
        if (!IsBuilt)
        {
            app.MapGet("/", () => Results.Text(MissingPage, "text/html; charset=utf-8")).ExcludeFromDescription();
            return;
        }

        var files = new PhysicalFileProvider(Root);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = served => served.Context.Response.Headers.CacheControl =
                served.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    private const string MissingPage = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>TuneSearch</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}code,pre{font-family:ui-monospace,monospace}pre{padding:1rem;border:1px solid #8884;border-radius:.5rem}</style></head>
        <body>
        <h1>TuneSearch runs, its page was not built</h1>
        <p>The daemon, its API and its metrics work. The page needs Node.js 20 or later; build it and start the daemon again:</p>
        <pre>./tunesearch setup</pre>
        <p>or by hand, in the folder of the sources:</p>
        <pre>cd src/TuneSearch.Dashboard &amp;&amp; npm ci &amp;&amp; npm run build
        cd ../.. &amp;&amp; dotnet build</pre>
        <p><a href="/api/v1/jobs">Jobs as JSON</a> · <a href="/metrics">Metrics</a> · <a href="/openapi/v1.json">API description</a> · <a href="/readyz">Readiness</a></p>
        </body>
        </html>
        """;
}
