using TuneSearch.Kafka.Native;

namespace TuneSearch.Kafka.Tests.Native;

public sealed class LibrdkafkaLocatorTests
{
    [Fact]
    public void Find_VariableSet_LooksNowhereElse()
    {
        var asked = new List<string>();
        var locator = new LibrdkafkaLocator(name => name == "TUNESEARCH_LIBRDKAFKA" ? "/mine/librdkafka.so.1" : null, path =>
        {
            asked.Add(path);
            return false;
        });

        locator.Find("/app/bin").ShouldBeNull();

        asked.ShouldBe(["/mine/librdkafka.so.1"]);
    }

    [Fact]
    public void Find_BuiltBySetUp_IsFoundFromAnyFolderBelow() =>
        Locator("/repo/.tools/librdkafka/librdkafka.so.1").Find("/repo/artifacts/bin/").ShouldBe("/repo/.tools/librdkafka/librdkafka.so.1");

    [Fact]
    public void Find_BesideTheProgram_IsFound() => Locator("/app/librdkafka.so.1").Find("/app").ShouldBe("/app/librdkafka.so.1");

    [Fact]
    public void Find_Nowhere_IsNull() => Locator("/else/librdkafka.so.1").Find("/app").ShouldBeNull();

    [Fact]
    public void Missing_NothingFound_NamesPlacesAndRemedy() =>
        new LibrdkafkaMissingException(Locator("").Places("/app"), null).Message.ShouldBe(
            "librdkafka was not found at: .tools/librdkafka/librdkafka.so.1 in /app and every folder above it; librdkafka.so.1 beside the program; "
            + "the system's own librdkafka.so.1. Run './tunesearch setup', which builds it, or set TUNESEARCH_LIBRDKAFKA to the full path of librdkafka.so.1.");

    private static LibrdkafkaLocator Locator(string file) => new(_ => null, path => path == file);
}
