using System.Diagnostics;
using System.Globalization;
using TuneSearch.Kafka.Clusters.Hooks;
using TuneSearch.Kafka.Planning;
using TuneSearch.Testing.Time;

namespace TuneSearch.Kafka.Tests.Clusters.Hooks;

public sealed class UserCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-command").FullName;

    private UserCommand Command => new(_folder, TimeSpan.FromMinutes(1), TimeProvider.System);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RunAsync_Command_GetsTheLineAndItsOutputIsRead() =>
        (await Command.RunAsync(["/bin/sh", "-c", "read line; echo got $line"], "{}", default)).ShouldBe("got {}\n");

    [Fact]
    public async Task RunAsync_ExitCodeTwo_IsARefusal() =>
        (await Should.ThrowAsync<SettingRefusedException>(() => Command.RunAsync(["/bin/sh", "-c", "echo too large >&2; exit 2"], "{}", default))).Message.ShouldBe("too large");

    [Fact]
    public async Task RunAsync_OtherExitCode_IsAFault() =>
        (await Should.ThrowAsync<ClusterFaultException>(() => Command.RunAsync(["/bin/sh", "-c", "read x; echo broken >&2; exit 5"], "{}", default))).Message
            .ShouldBe("'/bin/sh -c read x; echo broken >&2; exit 5' ended with exit code 5: broken");

    [Fact]
    public async Task RunAsync_ProgramOfTheFolder_IsStarted()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "restart.sh"), "/bin/sh");

        (await Command.RunAsync(["./restart.sh", "-c", "echo restarted"], "{}", default)).ShouldBe("restarted\n");
    }

    [Theory]
    [InlineData("./restart.sh")]
    [InlineData("no-such-program-of-any-path")]
    public async Task RunAsync_ProgramThatIsNowhere_IsAFault(string program) =>
        (await Should.ThrowAsync<ClusterFaultException>(() => Command.RunAsync([program], "{}", default))).Message
            .ShouldBe($"'{program}' could not be started: there is no such program, seen from '{_folder}'.");

    /// <summary>A restart command starts a broker, which keeps the command's output open for as long as it serves.</summary>
    [Fact]
    public async Task RunAsync_ServerLeftBehind_IsNotWaitedFor()
    {
        var command = new UserCommand(_folder, Timeout.InfiniteTimeSpan, new SkippingTime());
        try
        {
            await command.RunAsync(["/bin/sh", "-c", "sleep 600 & echo $! > pid"], "{}", default).WaitAsync(TimeSpan.FromSeconds(20));
        }
        finally
        {
            using var server = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "pid")), CultureInfo.InvariantCulture));
            server.Kill();
        }
    }
}
