using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Spaces;
using TuneSearch.Grains.Jobs;

namespace TuneSearch.Grains.Tests.Jobs;

public sealed class TrialWaitsTests
{
    private readonly TrialWaits _waits = new();

    [Fact]
    public void AreAll_OneOfTwoAtWork_IsFalse()
    {
        _waits.Note(1, "leased to job 'b'");

        _waits.AreAll([Plan(1), Plan(2)]).ShouldBeFalse();
        _waits.AreAll([Plan(1)]).ShouldBeTrue();
        _waits.Reason.ShouldBe("leased to job 'b'");
    }

    [Fact]
    public void AreAll_WhatWaitedIsAtWork_IsFalse()
    {
        _waits.Note(1, "leased to job 'b'");
        _waits.Note(1, null);

        _waits.AreAll([Plan(1)]).ShouldBeFalse();
        _waits.Reason.ShouldBeNull();
    }

    [Fact]
    public void AreAll_NoneInFlight_IsFalse() => _waits.AreAll([]).ShouldBeFalse();

    private static TrialPlan Plan(int number) => new(number, TrialPurpose.Search, Configuration.Empty, []);
}
