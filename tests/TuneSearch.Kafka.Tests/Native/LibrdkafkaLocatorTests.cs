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

        locator.Find("/app/bin").ShouldBeEmpty();

        asked.ShouldBe(["/mine/librdkafka.so.1"]);
    }

    [Fact]
    public void Find_BuiltBySetUp_IsFoundFromAnyFolderBelow() =>
        Locator("/repo/.tools/librdkafka/librdkafka.so.1").Find("/repo/artifacts/bin/").ShouldBe(["/repo/.tools/librdkafka/librdkafka.so.1"]);

    [Fact]
    public void Find_BesideTheProgram_IsFound() => Locator("/app/librdkafka.so.1").Find("/app").ShouldBe(["/app/librdkafka.so.1"]);

    [Fact]
    public void Find_Nowhere_IsNothing() => Locator("/else/librdkafka.so.1").Find("/app").ShouldBeEmpty();

    [Fact]
    public void LoadFirst_PackagesFirstFileNeedsWhatIsNotHere_TakesTheNext()
    {
        var locator = new LibrdkafkaLocator(_ => null, path => path.Contains("/native/", StringComparison.Ordinal));

        var (library, missing) = Librdkafka.LoadFirst(
            locator, "/app", path => path.EndsWith("/centos8-librdkafka.so", StringComparison.Ordinal) ? 7 : throw new DllNotFoundException("libsasl2.so.3: cannot open"), () => 9);

        missing.ShouldBeNull();
        library.ShouldBe(7);
    }

    [Fact]
    public void LoadFirst_NoFileLoads_SaysOfEachWhy()
    {
        var locator = new LibrdkafkaLocator(_ => null, path => path is "/app/librdkafka.so.1" or "/app/librdkafka.so");

        var (_, missing) = Librdkafka.LoadFirst(
            locator, "/app", path => throw new DllNotFoundException(path.EndsWith(".1", StringComparison.Ordinal) ? "too old" : "libsasl2.so.3\nis not here"), () => 9);

        missing!.Message.ShouldStartWith("librdkafka could not be loaded from /app/librdkafka.so.1 (too old); /app/librdkafka.so (libsasl2.so.3 is not here). Run ");
    }

    [Fact]
    public void LoadFirst_NoFileFound_TakesTheSystemsOwn() =>
        Librdkafka.LoadFirst(Locator("/else/librdkafka.so.1"), "/app", _ => 7, () => 9).Library.ShouldBe(9);

    [Fact]
    public void LoadFirst_NamedFileIsNotThere_TakesNoOther()
    {
        var locator = new LibrdkafkaLocator(_ => "/mine/librdkafka.so.1", _ => false);

        var (_, missing) = Librdkafka.LoadFirst(locator, "/app", _ => 7, () => 9);

        missing!.Message.ShouldStartWith("librdkafka was not found at: /mine/librdkafka.so.1 (from TUNESEARCH_LIBRDKAFKA). Run ");
    }

    [Fact]
    public void Missing_NothingFound_NamesPlacesAndRemedy() =>
        new LibrdkafkaMissingException(Locator("").Places("/app"), []).Message.ShouldBe(
            "librdkafka was not found at: .tools/librdkafka/librdkafka.so.1 in /app and every folder above it; librdkafka.so.1 beside the program; "
            + "the system's own librdkafka.so.1. Run 'TUNESEARCH_PACKAGES=reduced ./tunesearch setup', which builds it, or set TUNESEARCH_LIBRDKAFKA to the full path of librdkafka.so.1.");

    private static LibrdkafkaLocator Locator(string file) => new(_ => null, path => path == file);
}
