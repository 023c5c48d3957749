using System.Collections.Immutable;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Export;

/// <summary>The forms in which answers are written for Kafka's tools.</summary>
public static class Exporters
{
    public static ImmutableArray<IExporter> All { get; } =
    [
        new ServerPropertiesExporter(),
        new KafkaConfigsExporter(),
        new StrimziExporter(),
        new TerraformExporter(),
        new SysctlExporter(),
        new JvmExporter(),
        new ClientExporter(ParameterScope.Producer, isJava: true),
        new ClientExporter(ParameterScope.Consumer, isJava: true),
        new ClientExporter(ParameterScope.Producer, isJava: false),
        new ClientExporter(ParameterScope.Consumer, isJava: false),
    ];
}
