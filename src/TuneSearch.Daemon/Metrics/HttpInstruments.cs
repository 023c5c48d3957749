using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Globalization;

using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TuneSearch.Daemon.Metrics;

/// <summary>Requests, by the route that took them: paths would be without bound.</summary>
internal sealed class HttpInstruments
{
    public const string Method = "method";
    public const string Route = "route";
    public const string Code = "code";

    public static readonly InstrumentSpec Requests = new("http_requests_total", InstrumentKind.Counter, null, "Requests that were answered.", Method, Route, Code);
    public static readonly InstrumentSpec Duration = new("http_request_duration_seconds", InstrumentKind.Histogram, "s", "Time to answer a request; event streams are not counted.", Route);
    public static readonly ImmutableArray<InstrumentSpec> All = [Requests, Duration];

    private static readonly string[] KnownMethods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete, HttpMethods.Options];

    private readonly Counter<long> _requests;
    private readonly Histogram<double> _duration;

    public HttpInstruments(Instruments instruments)
    {
        _requests = instruments.Counter(Requests);
        _duration = instruments.Histogram(Duration, Buckets.Requests);
    }

    public void OnAnswered(HttpContext context, TimeSpan took)
    {
        // Where a request failed, the handler of errors has taken the endpoint off it.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var route = new KeyValuePair<string, object?>(Route, (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "none");
        var method = KnownMethods.Contains(context.Request.Method) ? context.Request.Method : "other";
        _requests.Add(1, new(Method, method), route, new(Code, context.Response.StatusCode.ToString(CultureInfo.InvariantCulture)));
        if (context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) != true)
        {
            _duration.Record(took.TotalSeconds, route);
        }
    }
}
