using System.Text.Json;

using Microsoft.Extensions.Configuration;

using TuneSearch.Core.Measurements.Health;
using TuneSearch.Daemon.Options;
using TuneSearch.Grains.Hosting;

namespace TuneSearch.Daemon.Tests.Options;

public sealed class ShippedSettingsTests
{
    private static readonly string File = Path.Join(AppContext.BaseDirectory, "appsettings.json");

    [Fact]
    public void AppSettings_NameEveryOption()
    {
        using var shipped = JsonDocument.Parse(System.IO.File.ReadAllText(File));

        Names(shipped.RootElement.GetProperty(DaemonOptions.Section)).ShouldBe(Options(typeof(DaemonOptions), string.Empty), ignoreOrder: true);
    }

    [Fact]
    public void AppSettings_CarryTheDefaults()
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(File).Build().GetSection(DaemonOptions.Section).Get<DaemonOptions>();

        JsonSerializer.Serialize(shipped).ShouldBe(JsonSerializer.Serialize(new DaemonOptions()));
    }

    [Fact]
    public void AppSettings_CarryTheGrainsDefaults()
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(File).Build().GetSection("Grains").Get<GrainOptions>();

        JsonSerializer.Serialize(shipped).ShouldBe(JsonSerializer.Serialize(new GrainOptions()));
    }

    private static IEnumerable<string> Names(JsonElement section, string prefix = "") => section.EnumerateObject().SelectMany(property =>
        property.Value.ValueKind == JsonValueKind.Object ? Names(property.Value, $"{prefix}{property.Name}:") : [prefix + property.Name]);

    private static IEnumerable<string> Options(Type type, string prefix) => type.GetProperties()
        .Where(property => property.CanWrite)
        .SelectMany(property => property.PropertyType == typeof(StoreOptions) || property.PropertyType == typeof(HealthLimits) ? Options(property.PropertyType, $"{prefix}{property.Name}:") : [prefix + property.Name]);
}
