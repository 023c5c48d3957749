using TuneSearch.Core.Storage;

namespace TuneSearch.Cli.Tests.Verbs;

public sealed class EvidenceVerbTests : IDisposable
{
    private readonly Cli _cli = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Evidence_SomeFiles_AreListed()
    {
        Kept();

        (await _cli.RunAsync("evidence", "a")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldBe("""
            trial  file                           bytes
                3  fullGc-1-broker-1-heap.hprof  12,345
                7  died-broker-1.log                 17

            """);
    }

    [Fact]
    public async Task Evidence_IntoAFolder_WritesTheTrialsFiles()
    {
        Kept();
        _cli.Daemon.Text("GET /api/v1/jobs/a/evidence/7/died-broker-1.log", "out of memory");

        (await _cli.RunAsync("evidence", "a", "--trial", "7", "-o", _folder)).ShouldBe(ExitCode.Done);

        var file = Path.Combine(_folder, "trial-7", "died-broker-1.log");
        _cli.Out.ShouldBe($"{file}\n");
        File.ReadAllText(file).ShouldBe("out of memory");
    }

    [Fact]
    public async Task Evidence_NamesWithSlashes_AreFetchedAndStayInTheFolder()
    {
        _cli.Daemon.Json("GET /api/v1/jobs/a/evidence", new[] { new EvidenceName(7, "broker 1/gc.log", 2), new EvidenceName(7, "broker-2/gc.log", 2) });
        _cli.Daemon.Text("GET /api/v1/jobs/a/evidence/7/broker%201/gc.log", "of 1");
        _cli.Daemon.Text("GET /api/v1/jobs/a/evidence/7/broker-2/gc.log", "of 2");

        (await _cli.RunAsync("evidence", "a", "-o", _folder)).ShouldBe(ExitCode.Done);

        File.ReadAllText(Path.Combine(_folder, "trial-7", "broker 1_gc.log")).ShouldBe("of 1");
        File.ReadAllText(Path.Combine(_folder, "trial-7", "broker-2_gc.log")).ShouldBe("of 2");
    }

    [Fact]
    public async Task Evidence_Nothing_SaysWhatKeepsIt()
    {
        _cli.Daemon.Json("GET /api/v1/jobs/a/evidence", Array.Empty<EvidenceName>());

        (await _cli.RunAsync("evidence", "a")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldBe("Nothing was kept. Hooks of the job's cluster keep files (docs/kafka.md).\n");
    }

    private void Kept() =>
        _cli.Daemon.Json("GET /api/v1/jobs/a/evidence", new[] { new EvidenceName(3, "fullGc-1-broker-1-heap.hprof", 12345), new EvidenceName(7, "died-broker-1.log", 17) });
}
