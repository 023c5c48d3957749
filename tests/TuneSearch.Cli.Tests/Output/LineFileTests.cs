using TuneSearch.Cli.Output;

namespace TuneSearch.Cli.Tests.Output;

public sealed class LineFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WriteLine_FullDisk_SaysSo()
    {
        using var lines = new LineFile("/dev/full");

        var failure = Should.Throw<CliException>(() => lines.WriteLine("{}"));

        failure.Code.ShouldBe(ExitCode.Failed);
        failure.Message.ShouldBe("/dev/full: the file cannot be written: No space left on device : '/dev/full'. See that its folder exists, may be written to and has room, or name another file.");
    }

    [Fact]
    public void WriteLine_Lines_AreThereAtOnce()
    {
        var path = Path.Combine(_folder, "trace.jsonl");
        using var lines = new LineFile(path);

        lines.WriteLine("{}");

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        reader.ReadToEnd().ShouldBe("{}\n");
    }
}
