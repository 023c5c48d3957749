using System.Collections.Immutable;

using Microsoft.Extensions.Options;

using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.Security;

namespace TuneSearch.Daemon.Tests.Security;

public sealed class CommandPolicyTests
{
    private static readonly ClusterHook Hook = new(HookTrigger.Regression, ["jcmd", "{pid}", "JFR.start"]) { Afterwards = ["./take.sh"] };

    [Fact]
    public void Check_HooksOfBrokersOfItsOwn_NeedLeave() => Check(new ProcessClusterSpec { Hooks = [Hook] }, ["jcmd"]).ShouldBe(
    [
        "cluster.hooks[0].afterwards: the daemon's settings do not allow it to start './take.sh'. Add [\"./take.sh\"] to TuneSearch:AllowedCommands and start the daemon again, or use: tunesearch run",
    ]);

    [Fact]
    public void Check_HooksOfARemoteCluster_NeedLeaveToo() =>
        Check(new RemoteClusterSpec { Hooks = [Hook] }, ["./take.sh"]).ShouldHaveSingleItem().ShouldStartWith("cluster.hooks[0].command: ");

    [Fact]
    public void Check_EverythingAllowed_IsNoProblem() => Check(new ProcessClusterSpec { Hooks = [Hook] }, ["*"]).ShouldBeEmpty();

    /// <summary>The folder is the caller's to name: what is allowed by a name that is not a full path must not be looked for there.</summary>
    [Fact]
    public void Check_CommandsThatStartInAFolderOfTheCallers_AreRefused()
    {
        const string Law = "the commands would start in '/tmp/anybody', which is not below one of the daemon's job roots. Add the folder to TuneSearch:JobRoots and start the daemon again, or use: tunesearch run";

        CheckIn("/tmp/anybody", new RemoteClusterSpec { RestartCommand = ["bash", "restart.sh", "{broker}"] }, "bash", "restart.sh").ShouldBe([$"cluster: {Law}"]);
        CheckIn("/tmp/anybody", new RemoteClusterSpec { ApplyCommand = ["./apply.sh"] }, "./apply.sh").ShouldBe([$"cluster: {Law}"]);
        CheckIn("/tmp/anybody", new ProcessClusterSpec { Hooks = [Hook with { Afterwards = [] }] }, "jcmd").ShouldBe([$"cluster.hooks: {Law}"]);
        CheckIn("/tmp/anybody", new RemoteClusterSpec(), "bash").ShouldBeEmpty();
    }

    private static IEnumerable<string> Check(ClusterSpec cluster, params string[] allowed) => CheckIn(null, cluster, allowed);

    private static IEnumerable<string> CheckIn(string? folder, ClusterSpec cluster, params string[] allowed)
    {
        var job = new JobSpec(
            "test", 1, new SearchSpace("test", []), cluster,
            new ObjectiveSpec(Goal.Maximize, "throughput", ExpressionParser.Parse("throughput", new ExpressionScope([], "metric", isOpen: true)).Expression!)) { Folder = folder };
        return new CommandPolicy(Microsoft.Extensions.Options.Options.Create(new DaemonOptions { AllowedCommands = [allowed] }))
            .Check(job).Select(problem => problem.ToString());
    }
}
