using TuneSearch.Core.Clusters;

namespace TuneSearch.Cli.Tests;

public sealed class CliRunnerTests
{
    /// <summary>Nobody has to report that a broker does not answer.</summary>
    [Fact]
    public async Task Run_ClusterThatCanNotBeHad_SaysNoMoreThanWhy()
    {
        using var error = new StringWriter();
        var context = new CliContext(TextWriter.Null, error) { Environment = _ => null, Connect = _ => throw new ClusterUnavailableException("No broker answers at a:9092. Start it.") };

        (await CliRunner.RunAsync(["jobs"], context, default)).ShouldBe(ExitCode.Failed);

        error.ToString().ReplaceLineEndings("\n").ShouldBe("error: cluster: No broker answers at a:9092. Start it.\n");
    }

    [Fact]
    public async Task Run_WhatNobodyExpected_SaysHowToReportIt()
    {
        using var error = new StringWriter();
        var context = new CliContext(TextWriter.Null, error) { Environment = _ => null, Connect = _ => throw new InvalidOperationException("no sequence.") };

        (await CliRunner.RunAsync(["jobs"], context, default)).ShouldBe(ExitCode.Failed);

        error.ToString().ReplaceLineEndings("\n").ShouldBe("""
            error: tunesearch: this was not expected: no sequence
                   Run it again with TUNESEARCH_DEBUG=1 for where it happened, and report it.

            """.ReplaceLineEndings("\n"));
    }
}
