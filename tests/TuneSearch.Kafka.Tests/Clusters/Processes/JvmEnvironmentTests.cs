using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

public sealed class JvmEnvironmentTests
{
    [Fact]
    public void Of_NoSettings_IsAsTheStartScriptsHaveIt()
    {
        var environment = JvmEnvironment.Of(new Dictionary<string, string>(), "/logs/gc.log");

        environment["KAFKA_HEAP_OPTS"].ShouldBe("-Xms1024m -Xmx1024m");
        environment["KAFKA_JVM_PERFORMANCE_OPTS"].ShouldBe(
            "-server -XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent -XX:InitiatingHeapOccupancyPercent=35 -XX:MaxGCPauseMillis=20 -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true");
        environment["KAFKA_GC_LOG_OPTS"].ShouldBe("-Xlog:gc*:file=/logs/gc.log:time,uptime,tags:filecount=10,filesize=10m");
    }

    [Fact]
    public void PerformanceFlags_OtherCollector_HasNoFlagsOfG1() =>
        JvmEnvironment.PerformanceFlags(new Dictionary<string, string> { ["gc"] = "ZGC", ["MaxGCPauseMillis"] = "50", ["AlwaysPreTouch"] = "true" }).ShouldBe(
            ["-server", "-XX:+UseZGC", "-XX:+AlwaysPreTouch", "-XX:+ExplicitGCInvokesConcurrent", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true"]);

    [Theory]
    [InlineData("G1HeapRegionSize", "16", "-XX:G1HeapRegionSize=16m")]
    [InlineData("ParallelGCThreads", "4", "-XX:ParallelGCThreads=4")]
    [InlineData("AlwaysPreTouch", "false", "-XX:-AlwaysPreTouch")]
    public void PerformanceFlags_Setting_IsWrittenAsTheJvmWantsIt(string name, string value, string flag) =>
        JvmEnvironment.PerformanceFlags(new Dictionary<string, string> { [name] = value }).ShouldContain(flag);

    [Theory]
    [InlineData("G1HeapRegionSize")]
    [InlineData("ParallelGCThreads")]
    [InlineData("MetaspaceSize")]
    public void PerformanceFlags_Zero_IsLeftToTheMachine(string name) =>
        JvmEnvironment.PerformanceFlags(new Dictionary<string, string> { [name] = "0" }).ShouldAllBe(flag => !flag.Contains(name));
}
