using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace TuneSearch.Daemon.Api;

/// <summary>The HTTP API's table of contents.</summary>
internal static class ApiEndpoints
{
    public const string Prefix = "/api/v1";

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Prefix);
        SubmitEndpoints.Map(api);
        JobEndpoints.Map(api);
        WatchEndpoint.Map(api);
        TrialEndpoints.Map(api);
        PlanEndpoint.Map(api);
        AnswerEndpoints.Map(api);
        EvidenceEndpoints.Map(api);
        CatalogueEndpoints.Map(api);
    }
}
