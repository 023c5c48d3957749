using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Clusters.Kernel;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Tests.Clusters.Kernel;

public sealed class KernelSettingsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tunesearch-kernel").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Read_ListBetweenTabs_IsBetweenBlanks()
    {
        Put("net/ipv4/tcp_rmem", "4096\t131072\t6291456\n");

        var state = Settings("net.ipv4.tcp_rmem").Read(ClusterState.Empty, ["net.ipv4.tcp_rmem", "vm.swappiness", "num.io.threads"]);

        state.Values.ShouldHaveSingleItem().Value.ShouldBe("4096 131072 6291456");
    }

    [Fact]
    public void Write_NotAllowed_IsRefused() =>
        Should.Throw<SettingRefusedException>(() => Settings("vm.dirty_ratio").Write([Edit("vm.swappiness", "1")]))
            .Message.ShouldBe("The kernel setting 'vm.swappiness' is not among those this daemon may change.");

    [Fact]
    public void PutBack_AllowedNoMore_IsWrittenAllTheSame()
    {
        Put("vm/swappiness", "1");
        var file = Path.Combine(_root, "undo.json");
        var journal = new UndoJournal(file);
        journal.Record([Edit("vm.swappiness", "60")]);

        Settings().PutBack(journal);

        File.ReadAllText(Path.Combine(_root, "vm", "swappiness")).ShouldBe("60");
        (journal.Entries.IsEmpty, File.Exists(file)).ShouldBe((true, false));
    }

    [Fact]
    public void WhyNotUndone_BytesOfAPair_SaysWhatToSearchInstead() =>
        Settings().WhyNotUndone("vm.dirty_bytes").ShouldBe("writing vm.dirty_bytes sets vm.dirty_ratio to 0, which nothing undoes; search vm.dirty_ratio");

    [Theory]
    [InlineData("0", null)]
    [InlineData("1048576", "this machine counts in bytes (vm.dirty_background_bytes = 1048576), and writing vm.dirty_background_ratio sets that to 0, which nothing undoes")]
    public void WhyNotUndone_RatioOfAPair_DependsOnWhatCounts(string bytes, string? expected)
    {
        Put("vm/dirty_background_bytes", bytes + "\n");

        Settings().WhyNotUndone("vm.dirty_background_ratio").ShouldBe(expected);
    }

    private KernelSettings Settings(params string[] allowed) => new(allowed, _root);

    private static SettingEdit Edit(string name, string value) => new(new SettingId(Place.Kernel, name), value);

    private void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, file))!);
        File.WriteAllText(Path.Combine(_root, file), text);
    }
}
