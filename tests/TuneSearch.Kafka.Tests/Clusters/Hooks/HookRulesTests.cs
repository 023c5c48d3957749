using TuneSearch.Core.Clusters;
using TuneSearch.Kafka.Clusters.Hooks;

namespace TuneSearch.Kafka.Tests.Clusters.Hooks;

public sealed class HookRulesTests
{
    [Fact]
    public void Check_OnThisMachine_AllowsProcessesAndGcLogs() =>
        HookRules.Check([new ClusterHook(HookTrigger.FullGc, ["jcmd", "{pid}", "GC.heap_dump"]), new ClusterHook(HookTrigger.Regression, ["look"]) { Afterwards = ["look", "away"] }], isLocal: true).ShouldBeEmpty();

    [Fact]
    public void Check_Remote_RefusesWhatOnlyThisMachineHas() =>
        HookRules.Check([new ClusterHook(HookTrigger.FullGc, ["look"]), new ClusterHook(HookTrigger.Regression, ["look", "{pid}"])], isLocal: false).Select(p => p.ToString()).ShouldBe(
        [
            "cluster.hooks[0].on: a remote cluster's GC log is not here to be read. Write on: regression, or take the hook out.",
            "cluster.hooks[1].command: {pid} means a process of this machine, and a remote cluster's brokers have none here. Write {broker}, and let the command find the process.",
        ]);

    [Fact]
    public void Check_NoCommand_SaysWhatToWrite() =>
        HookRules.Check([new ClusterHook(HookTrigger.FullGc, []) { Afterwards = ["x"] }], isLocal: true).Select(p => p.ToString()).ShouldBe(
        [
            "cluster.hooks[0].command: the hook names no program. Write a program and its arguments: command: [jcmd, \"{pid}\", GC.heap_dump, \"{folder}/heap.hprof\"].",
            "cluster.hooks[0].afterwards: after a full collection nothing runs beside the command, so there is no end of it to wait for. Put everything into one command, or write on: regression.",
        ]);
}
