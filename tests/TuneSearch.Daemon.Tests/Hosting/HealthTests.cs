using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Tests.Fakes;

namespace TuneSearch.Daemon.Tests.Hosting;

public sealed class HealthTests(SharedDaemon shared) : IClassFixture<SharedDaemon>
{
    [Fact]
    public async Task Healthz_Running_IsOk() => (await shared.Daemon.Http.GetStringAsync("/healthz")).ShouldBe("ok\n");

    [Fact]
    public async Task Readyz_StoreAndGrainsUp_SaysSo() => (await shared.Daemon.Http.GetStringAsync("/readyz")).ShouldBe("store: ok\ngrains: ok\n");

    [Fact]
    public async Task Catalogue_OfAVersion_HasItsParameters()
    {
        (await shared.Daemon.GetAsync<string[]>("/catalogue")).ShouldContain("kafka/3.9");
        (await shared.Daemon.GetAsync<ParameterDocument[]>("/catalogue/kafka/3.9")).Select(parameter => parameter.Name).ShouldContain("num.io.threads");
    }

    [Fact]
    public async Task OpenApi_Document_KnowsTheRoutes()
    {
        var document = await shared.Daemon.Http.GetStringAsync("/openapi/v1.json");

        document.ShouldContain("\"/api/v1/jobs/{id}/trials\"");
        document.ShouldContain("\"operationId\": \"SubmitJob\"");
    }
}
