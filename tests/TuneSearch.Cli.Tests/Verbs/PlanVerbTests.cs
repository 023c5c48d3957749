namespace TuneSearch.Cli.Tests.Verbs;

public sealed class PlanVerbTests : IDisposable
{
    private readonly Cli _cli = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Plan_TrialOfADaemonsJob_IsWhatTheDaemonSays()
    {
        _cli.Daemon.Text("GET /api/v1/jobs/a/plan?trial=3", "nothing to change\n");

        (await _cli.RunAsync("plan", "a", "--trial", "3")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldBe("nothing to change\n");
    }

    [Fact]
    public async Task Plan_JobFileWithoutADaemon_GoesFromTheBaselineToWhatIsWritten()
    {
        (await _cli.RunAsync("plan", Job(), "--set", "num.io.threads=40", "--set", "queued.max.requests=900", "--set", "linger.ms=20")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldBe("""
            1. change while running: num.io.threads (broker 1) = 16
            2. change while running: num.io.threads (broker 1) = 32
            3. change while running: num.io.threads (broker 1) = 40
            4. restart broker 1: queued.max.requests (server.properties of broker 1) = 900
            -  producers start with linger.ms = 20

            """);
        _cli.Daemon.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Plan_SettingOutsideItsRange_IsBadInput()
    {
        (await _cli.RunAsync("plan", Job(), "--set", "num.io.threads=0")).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldContain("num.io.threads");
    }

    [Fact]
    public async Task Plan_NothingNamed_SaysWhatToWrite()
    {
        (await _cli.RunAsync("plan", "a")).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldBe("""
            error: plan: neither a trial nor a setting is named
                   Write --trial N for a daemon's job, or --set NAME=VALUE for a job file.

            """);
    }

    private string Job()
    {
        var file = Path.Combine(_folder, "job.yaml");
        File.WriteAllText(file, """
            apiVersion: tunesearch/v1
            kind: Job
            space:
              name: small
              use: kafka/2.4
              parameters:
                - { name: num.io.threads, range: [2, 64] }
                - { name: queued.max.requests }
                - { name: linger.ms, default: 0 }
            cluster: { driver: process }
            """);
        return file;
    }
}
