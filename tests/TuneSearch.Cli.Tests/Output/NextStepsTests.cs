using TuneSearch.Cli.Output;

namespace TuneSearch.Cli.Tests.Output;

public sealed class NextStepsTests
{
    [Fact]
    public void After_AnImprovement_MeasuresItAgain() => NextSteps.After(hasChanges: true, "best.properties").ReplaceLineEndings("\n").ShouldBe("""
        What to try next:
          ./tunesearch measure search-spaces/jobs/quickstart.yaml --config best.properties   measure that configuration again
          ./tunesearch run search-spaces/jobs/simulated.yaml                                 tune a simulated fleet, broker settings included
          ./tunesearch serve                                                                 start the daemon to stay, with its page in the browser
          ./tunesearch --help                                                                all verbs
        """.ReplaceLineEndings("\n"));

    /// <summary>The file has no setting then, and measuring with it would measure the baseline without saying so.</summary>
    [Fact]
    public void After_TheBaselineHeld_SearchesAgainAndLonger() => NextSteps.After(hasChanges: false, "best.properties").ReplaceLineEndings("\n").ShouldBe("""
        What to try next:
          ./tunesearch quickstart                                                  search again: no two runs of two minutes go alike
          ./tunesearch run search-spaces/jobs/quickstart.yaml -o best.properties   search longer, once you have raised the budget in that file
          ./tunesearch run search-spaces/jobs/simulated.yaml                       tune a simulated fleet, broker settings included
          ./tunesearch serve                                                       start the daemon to stay, with its page in the browser
          ./tunesearch --help                                                      all verbs
        """.ReplaceLineEndings("\n"));
}
