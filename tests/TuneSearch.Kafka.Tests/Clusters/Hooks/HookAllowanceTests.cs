using TuneSearch.Core.Clusters;
using TuneSearch.Kafka.Clusters.Hooks;

namespace TuneSearch.Kafka.Tests.Clusters.Hooks;

public sealed class HookAllowanceTests
{
    private readonly ClusterHook _hook = new(HookTrigger.FullGc, ["look"]) { Times = 1 };

    [Fact]
    public void Of_ClusterThatAJobOpensAgain_GoesOnWithTheJobsOwn()
    {
        var job = Jobs.On(new ProcessClusterSpec { Hooks = [_hook] });

        HookAllowance.Of(job, [_hook]).TryTake(0).ShouldBeTrue();

        HookAllowance.Of(job, [_hook]).TryTake(0).ShouldBeFalse();
    }

    [Fact]
    public void Of_AnotherJobOfTheSameFile_HasItsOwn()
    {
        var job = Jobs.On(new ProcessClusterSpec { Hooks = [_hook] });
        HookAllowance.Of(job, [_hook]).TryTake(0);

        HookAllowance.Of(job with { Seed = 2 }, [_hook]).TryTake(0).ShouldBeTrue();
    }

    [Fact]
    public void TryTake_FromManyThreads_GivesNoMoreThanThereAre()
    {
        var allowance = new HookAllowance([_hook with { Times = 100 }]);
        var taken = 0;

        Parallel.For(0, 1000, _ =>
        {
            if (allowance.TryTake(0))
            {
                Interlocked.Increment(ref taken);
            }
        });

        taken.ShouldBe(100);
    }
}
