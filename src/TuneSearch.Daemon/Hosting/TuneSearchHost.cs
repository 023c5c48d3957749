using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Health;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Metrics;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.Pages;
using TuneSearch.Daemon.Security;
using TuneSearch.Daemon.Storage;

namespace TuneSearch.Daemon.Hosting;

/// <summary>Builds the host of the daemon, and the same services without HTTP.</summary>
public static class TuneSearchHost
{
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>The daemon: grains, store, API, page and metrics.</summary>
    /// <param name="replace">Has the last word on services; for tests.</param>
    /// <exception cref="Core.Validation.InvalidInputException">The settings file cannot be read, or settings are wrong: it holds all that is.</exception>
    public static WebApplication CreateServer(HostRequest request, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var misread = DaemonConfiguration.Apply(builder.Configuration, request);
        AddLogging(builder);

        // A start that fails is told once, by what it throws.
        var (started, stopping) = (CancellationToken.None, CancellationToken.None);
        builder.Logging.AddFilter(HostCategory, level => level >= LogLevel.Warning && started.IsCancellationRequested);
        Partings.Mute(builder.Logging, builder.Configuration, () => stopping.IsCancellationRequested);
        DaemonComposition.Add(builder);
        AddHttp(builder.Services);
        builder.Services.AddHostedService<MetersStart>();
        builder.Services.AddHostedService<JobBoardKeeper>();
        builder.Services.AddHostedService<StoreClaimed>();
        builder.Services.AddHostedService<ClustersPutRight>();
        builder.Services.AddHostedService<JobsGoOn>();
        replace?.Invoke(builder.Services);
        SettingsGate.Require(builder.Services, misread);
        var app = builder.Build();
        (started, stopping) = (app.Lifetime.ApplicationStarted, app.Lifetime.ApplicationStopping);
        MapHttp(app);
        return app;
    }

    /// <summary>The same services for a run without a daemon: <see cref="IJobService"/>, <see cref="Answers.AnswerFormats"/>, drivers and grains.</summary>
    /// <exception cref="Core.Validation.InvalidInputException">As for the daemon.</exception>
    /// <remarks>Whoever runs jobs on their own machine by hand needs no leave for the programs these start.</remarks>
    public static IHost CreateOffline(HostRequest request, Action<IServiceCollection>? replace = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var misread = DaemonConfiguration.Apply(builder.Configuration, request with { AllowedCommands = [["*"]], Settings = Offline(request.Settings) });
        AddLogging(builder);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (!request.ShowsStackTraces)
        {
            builder.Logging.AddConsoleFormatter<BriefConsoleFormatter, ConsoleFormatterOptions>();
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = BriefConsoleFormatter.FormatterName);
        }

        DaemonComposition.Add(builder);

        // A cluster is put back however long that takes: no daemon will look after it later. Who can not wait presses Ctrl-C again.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        replace?.Invoke(builder.Services);
        SettingsGate.Require(builder.Services, misread);
        return builder.Build();
    }

    /// <summary>Jobs live as long as the run, unless a store is asked for.</summary>
    private static Dictionary<string, string?> Offline(IReadOnlyDictionary<string, string?> settings)
    {
        var offline = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);
        offline.TryAdd($"{DaemonOptions.Section}:{nameof(DaemonOptions.Store)}:{nameof(StoreOptions.Kind)}", CommonStores.Memory.Name);

        // A run beside a daemon must not meet it on its ports, nor join its cluster (full set).
        offline["Orleans:SiloPort"] = offline["Orleans:GatewayPort"] = "0";
        offline["Orleans:Redis"] = null;
        return offline;
    }

    private static void AddLogging(IHostApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.UseUtcTimestamp = true;
        });
    }

    private static void AddHttp(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.AddOpenApi();
        services.Configure<RouteHandlerOptions>(route => route.ThrowOnBadRequest = true);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<DaemonOptions>>((kestrel, options) =>
        {
            var address = ListenAddress.Parse(options.Value.Listen);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Value.MaxBodyBytes;
            kestrel.Listen(address.Address, address.Port);
        });
        services.AddOptions<HostOptions>().Configure<IOptions<DaemonOptions>>((host, options) => host.ShutdownTimeout = options.Value.StopTimeout);
    }

    private static void MapHttp(WebApplication app)
    {
        app.UseMiddleware<HttpMeter>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(BareStatus.ExplainAsync);
        app.UseMiddleware<AccessGuard>();
        DashboardPages.Use(app);
        app.MapOpenApi("/openapi/{documentName}.json");
        HealthEndpoints.Map(app);
        ApiEndpoints.Map(app);
        app.Services.GetRequiredService<IMeterExposition>().Map(app);
    }
}
