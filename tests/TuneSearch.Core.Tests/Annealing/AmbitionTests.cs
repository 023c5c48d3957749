using TuneSearch.Core.Annealing.Acquisition;

namespace TuneSearch.Core.Tests.Annealing;

public class AmbitionTests
{
    private readonly Ambition _fading = new(fades: true, starts: 9, trials: 200);

    [Fact]
    public void Margin_WithEachTrial_Falls() =>
        _fading.Margin(9, isEager: false, noise: 0).ShouldBeGreaterThan(_fading.Margin(10, isEager: false, noise: 0));

    [Fact]
    public void Margin_SevenTimesTheStart_IsGone()
    {
        _fading.Margin(62, isEager: false, noise: 0).ShouldBeGreaterThan(0);
        _fading.Margin(63, isEager: false, noise: 0).ShouldBe(0);
        _fading.Margin(500, isEager: false, noise: 0).ShouldBe(0);
    }

    [Fact]
    public void Margin_OfAShortSearch_IsGoneBeforeItsEnd()
    {
        var inShort = new Ambition(fades: true, starts: 9, trials: 50);

        inShort.Margin(34, isEager: false, noise: 0).ShouldBeGreaterThan(0);
        inShort.Margin(35, isEager: false, noise: 0).ShouldBe(0);
    }

    [Fact]
    public void Margin_FarBelowTheNoise_IsNone() => _fading.Margin(9, isEager: false, noise: 1).ShouldBe(0);

    [Fact]
    public void Margin_OfAnEagerTrialOrWithoutAmbition_IsNone()
    {
        _fading.Margin(9, isEager: true, noise: 0).ShouldBe(0);
        new Ambition(fades: false, starts: 9, trials: 200).Margin(9, isEager: false, noise: 0).ShouldBe(0);
    }
}
