namespace TuneSearch.Cli.Tests.Verbs;

public sealed class ValidateVerbTests : IDisposable
{
    private readonly Cli _cli = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Validate_GoodAndBadFiles_SaysSoOfEach()
    {
        var good = Write("good.yaml", "apiVersion: tunesearch/v1\nkind: Profile\nname: plain\n");
        var bad = Write("bad.yaml", "apiVersion: tunesearch/v1\nkind: Profile\nnmae: plain\ntopics: 0\n");

        (await _cli.RunAsync("validate", good, bad, Path.Combine(_folder, "none.yaml"))).ShouldBe(ExitCode.BadInput);

        _cli.Out.ShouldBe($"{good}: a valid Profile.\n");
        _cli.Error.ShouldBe($"""
            error: {bad}:3:1: 'nmae' is not a key of a profile
                   Did you mean 'name'?
            error: {bad}:4:9: topics: 0 lies outside 1 to 10000
                   Write a value from 1 to 10000.
            2 problems.
            error: {_folder}/none.yaml: there is no such file
                   Check the path and the rights on the file.

            """);
    }

    [Fact]
    public async Task Validate_JobThatItsDriverCannotDo_SaysSoAtItsPlaceBesideTheRest()
    {
        var space = Write("space.yaml", "apiVersion: tunesearch/v1\nkind: SearchSpace\nname: one\nparameters:\n  - { name: threads, scope: broker, range: [1, 4] }\n");
        var job = Write("job.yaml", "apiVersion: tunesearch/v1\nkind: Job\nspace: space.yaml\nbudget: { trials: 0 }\ncluster: { driver: simulated }\n");

        (await _cli.RunAsync("validate", job)).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldStartWith($"""
            error: {job}:4:19: budget.trials: 0 lies outside 1 to 1000000
                   Write a value from 1 to 1000000.
            error: {space}:5:5: the simulated fleet has no parameter 'threads'; it answers to
            """);
    }

    [Fact]
    public async Task Validate_BudgetThatEndsBeforeTheGate_IsValidWithANote()
    {
        Write("space.yaml", "apiVersion: tunesearch/v1\nkind: SearchSpace\nname: one\nparameters:\n  - { name: num.io.threads, scope: broker, range: [2, 32] }\n");
        var job = Write("job.yaml", "apiVersion: tunesearch/v1\nkind: Job\nspace: space.yaml\ncluster: { driver: simulated }\nbudget: { trials: 8 }\n");

        (await _cli.RunAsync("validate", job)).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldBe($"{job}: a valid Job.\n");
        _cli.Error.ShouldBe($"note: {job}: a budget of 8 trials ends before the gate, so the answer can only be the baseline: calibrating takes 6 and the gate at least 8. Write trials: 40 or more, or verification: none.\n");
    }

    [Theory]
    [InlineData("vaildate", "there is no verb 'vaildate'", "Did you mean 'validate'?")]
    [InlineData("dance", "there is no verb 'dance'", "Write one of: quickstart, serve, submit, watch, jobs, show, trials, pause, resume, cancel, best, report, relevance, evidence, run, ")]
    public async Task Run_UnknownVerb_SaysWhatWasMeant(string verb, string message, string remedy)
    {
        (await _cli.RunAsync(verb)).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldStartWith($"error: tunesearch: {message}\n       {remedy}");
    }

    [Fact]
    public async Task Run_NoVerb_SaysHowToStart()
    {
        (await _cli.RunAsync()).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldBe("error: tunesearch: a verb is needed\n       Start with: tunesearch quickstart, or see: tunesearch --help.\n");
    }

    [Fact]
    public async Task Run_WithoutAJob_IsBadInput()
    {
        (await _cli.RunAsync("run")).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldBe("error: tunesearch run: Required argument missing for command: 'run'\n       See: tunesearch run --help.\n");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
