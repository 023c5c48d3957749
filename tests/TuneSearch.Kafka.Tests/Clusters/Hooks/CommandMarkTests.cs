using System.Diagnostics;
using TuneSearch.Kafka.Clusters.Hooks;
using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Tests.Clusters.Hooks;

public sealed class CommandMarkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-mark").FullName;

    private string File => Path.Combine(_folder, "command");

    private CommandMark Mark => new(File, new ProcessTable());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AwaitLeftoverAsync_CommandThatWillNotEnd_IsEndedWithWhatItStarted()
    {
        using var command = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "sleep 600 & wait"]))!;
        Mark.Set(command.Id);

        await Mark.AwaitLeftoverAsync(TimeSpan.FromMilliseconds(1), TimeProvider.System, default);

        await command.WaitForExitAsync();
        System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Fact]
    public async Task AwaitLeftoverAsync_CommandThatEnds_IsWaitedFor()
    {
        using var command = Process.Start(new ProcessStartInfo("/bin/cat") { RedirectStandardInput = true })!;
        Mark.Set(command.Id);
        var waiting = Mark.AwaitLeftoverAsync(TimeSpan.FromMinutes(1), TimeProvider.System, default);

        command.StandardInput.Close();

        await waiting;
        (command.WaitForExit(60_000), command.ExitCode).ShouldBe((true, 0));
    }

    [Fact]
    public async Task AwaitLeftoverAsync_PidOfAnotherProcessByNow_IsLetAlone()
    {
        await System.IO.File.WriteAllTextAsync(File, $"{Environment.ProcessId} 1");

        await Mark.AwaitLeftoverAsync(TimeSpan.Zero, TimeProvider.System, default);

        System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_CommandWithAMark_LeavesNone()
    {
        (await new UserCommand(_folder, TimeSpan.FromMinutes(1), TimeProvider.System, Mark).RunAsync(["/bin/sh", "-c", "read line; cat command"], "{}", default)).ShouldNotBeEmpty();

        System.IO.File.Exists(File).ShouldBeFalse();
    }
}
