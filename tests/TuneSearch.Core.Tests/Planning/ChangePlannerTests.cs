using FsCheck.Xunit;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Planning;

public sealed class ChangePlannerTests
{
    private static readonly SettingRule IoThreads = new("num.io.threads", ParameterScope.Broker, UpdateMode.ClusterWide, "8") { IsPool = true };
    private static readonly SettingRule CleanerThreads = new("log.cleaner.threads", ParameterScope.Broker, UpdateMode.ClusterWide, "1") { IsPool = true };
    private static readonly SettingRule DedupeBuffer = new("log.cleaner.dedupe.buffer.size", ParameterScope.Broker, UpdateMode.ClusterWide, "134217728");
    private static readonly SettingRule QueuedRequests = new("queued.max.requests", ParameterScope.Broker, UpdateMode.Restart, "500");
    private static readonly SettingRule Heap = new("heap", ParameterScope.Jvm, UpdateMode.Restart, "1024");
    private static readonly ClusterShape TwoBrokers = new(["1", "2"], ["orders"]);

    [Property(MaxTest = 400)]
    public void Plan_AnyClusterAndWish_EveryStepIsLegalAndTheWishCounts(int seed)
    {
        var @case = PlanningCase.From(seed);

        var after = @case.Take(@case.Running, @case.Plan());

        foreach (var wanted in @case.Wanted.Where(w => w is { Value: not null, Rule.UpdateMode: UpdateMode.ClusterWide or UpdateMode.PerBroker }))
        {
            foreach (var broker in @case.Shape.Brokers)
            {
                SettingText.Same(after.Effective(wanted.Rule, broker), wanted.Value).ShouldBeTrue($"{wanted.Rule.Name} on {broker}");
            }
        }
    }

    [Fact]
    public void Plan_CommandThatSetsKernelsToo_IsCalledOnceForBoth()
    {
        var swappiness = new SettingRule("vm.swappiness", ParameterScope.Os, UpdateMode.Sysctl, null);
        var instance = new SettingRule("instance.type", ParameterScope.Infra, UpdateMode.Hook, null);
        WantedSetting[] wanted = [new(swappiness, "1"), new(instance, "m6i.large")];

        ChangePlanner.Plan(ClusterState.Empty, ClusterState.Empty, TwoBrokers with { HookSetsKernel = true }, wanted).Describe()
            .ShouldBe("1. call the user's command: vm.swappiness (kernel) = 1; instance.type (hook) = m6i.large\n");
        ChangePlanner.Plan(ClusterState.Empty, ClusterState.Empty, TwoBrokers, wanted).Describe()
            .ShouldBe("1. call the user's command: instance.type (hook) = m6i.large\n2. change the kernel: vm.swappiness (kernel) = 1\n");
    }

    [Property(MaxTest = 400)]
    public void Revert_AfterAnyPlan_LeavesTheClusterAsItWas(int seed)
    {
        var @case = PlanningCase.From(seed);
        var plan = @case.Plan();
        var after = @case.Take(@case.Running, plan);

        var back = @case.Take(after, ChangePlanner.Revert(after, plan.Undo, @case.Shape, @case.Rules));

        back.ShouldBe(@case.Running);
    }

    [Property(MaxTest = 400)]
    public void Revert_AfterAnyPartOfAPlan_LeavesTheClusterAsItWas(int seed)
    {
        var @case = PlanningCase.From(seed);
        var plan = @case.Plan();
        var part = plan with { Steps = [.. plan.Steps.Take(Math.Abs(seed % (plan.Steps.Length + 1)))] };
        var halfway = @case.Take(@case.Running, part);

        var back = @case.Take(halfway, ChangePlanner.Revert(halfway, plan.Undo, @case.Shape, @case.Rules));

        back.ShouldBe(@case.Running);
    }

    [Property(MaxTest = 200)]
    public void Plan_WhatRunsAlready_IsEmpty(int seed)
    {
        var @case = PlanningCase.From(seed);
        var after = @case.Take(@case.Running, @case.Plan());

        ChangePlanner.Plan(after, @case.Running, @case.Shape, [.. @case.Wanted]).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Plan_PoolFarUp_IsALadderOfDoublings() =>
        Steps(ClusterState.Empty, new WantedSetting(IoThreads, "48")).ShouldBe(
        [
            "num.io.threads (all brokers) = 16",
            "num.io.threads (all brokers) = 32",
            "num.io.threads (all brokers) = 48",
        ]);

    [Fact]
    public void Plan_PoolFarDown_IsALadderOfHalvings()
    {
        var running = ClusterState.Empty.With(new SettingEdit(new SettingId(Place.Cluster, "num.io.threads"), "33"));

        Steps(running, new WantedSetting(IoThreads, "2")).ShouldBe(
        [
            "num.io.threads (all brokers) = 16",
            "num.io.threads (all brokers) = 8",
            "num.io.threads (all brokers) = 4",
            "num.io.threads (all brokers) = 2",
        ]);
    }

    [Fact]
    public void Plan_BackToTheDefault_DeletesInsteadOfSetting()
    {
        var running = ClusterState.Empty.With(new SettingEdit(new SettingId(Place.Cluster, "num.io.threads"), "40"));

        Steps(running, new WantedSetting(IoThreads, "8")).ShouldBe(
        [
            "num.io.threads (all brokers) = 20",
            "num.io.threads (all brokers) = 10",
            "delete num.io.threads (all brokers)",
        ]);
    }

    [Fact]
    public void Plan_BufferRisesWithItsThreads_BufferFirst() =>
        Steps(ClusterState.Empty, new WantedSetting(CleanerThreads, "4"), new WantedSetting(DedupeBuffer, "268435456"))[0]
            .ShouldBe("log.cleaner.dedupe.buffer.size (all brokers) = 268435456; log.cleaner.threads (all brokers) = 2");

    [Fact]
    public void Plan_BufferFallsWithItsThreads_BufferLast()
    {
        var running = ClusterState.Empty.With(new SettingEdit(new SettingId(Place.Cluster, "log.cleaner.threads"), "8"));

        Steps(running, new WantedSetting(CleanerThreads, "2"), new WantedSetting(DedupeBuffer, "4194304"))[^1]
            .ShouldBe("log.cleaner.dedupe.buffer.size (all brokers) = 4194304; log.cleaner.threads (all brokers) = 2");
    }

    [Fact]
    public void Plan_SeveralStartSettings_OneRestartABrokerAfterTheDynamicChange()
    {
        var plan = ChangePlanner.Plan(ClusterState.Empty, ClusterState.Empty, TwoBrokers,
            [new WantedSetting(QueuedRequests, "1000"), new WantedSetting(Heap, "2048"), new WantedSetting(IoThreads, "10")]);

        plan.Describe().ShouldBe(
            """
            1. change while running: num.io.threads (all brokers) = 10
            2. restart broker 1: queued.max.requests (server.properties of broker 1) = 1000; heap (JVM of broker 1) = 2048
            3. restart broker 2: queued.max.requests (server.properties of broker 2) = 1000; heap (JVM of broker 2) = 2048

            """);
    }

    [Fact]
    public void Plan_BrokerWithItsOwnValue_ChangesThatOne()
    {
        var running = ClusterState.Empty.With(new SettingEdit(new SettingId(Place.Broker("2"), "num.io.threads"), "6"));

        Steps(running, new WantedSetting(IoThreads, "12")).ShouldBe(
            ["num.io.threads (all brokers) = 12", "num.io.threads (broker 2) = 12"]);
    }

    [Fact]
    public void Plan_BrokersTooDifferent_SaysWhy()
    {
        var running = ClusterState.Empty
            .With(new SettingEdit(new SettingId(Place.Properties("1"), "num.io.threads"), "2"))
            .With(new SettingEdit(new SettingId(Place.Properties("2"), "num.io.threads"), "64"));

        Should.Throw<PlanRefusedException>(() => Steps(running, new WantedSetting(IoThreads, "8"))).Message.ShouldBe(
            "num.io.threads: the brokers run 2, 64 threads, and no value is at least half and at most double of each; bring them within a factor of four of each other first.");
    }

    private static string[] Steps(ClusterState running, params WantedSetting[] wanted) =>
        [.. ChangePlanner.Plan(running, running, TwoBrokers, wanted).Steps.Select(s => string.Join("; ", s.Edits))];
}
