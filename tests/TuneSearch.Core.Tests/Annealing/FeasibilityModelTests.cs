using TuneSearch.Core.Annealing;
using TuneSearch.Core.Annealing.Surrogates;

namespace TuneSearch.Core.Tests.Annealing;

public sealed class FeasibilityModelTests
{
    private readonly FeasibilityModel _model = new([new(true)], hasHeavyTails: true);
    private int _seen;

    [Fact]
    public void LogWeight_WithoutAMiss_IsZeroEverywhere()
    {
        See(0.1, slack: 0.3);

        _model.LogWeight([0.9]).ShouldBe(0);
        _model.BelievedMisses().ShouldBeEmpty();
    }

    /// <summary>Yes and no alone would be «no» four times and show no way out.</summary>
    [Fact]
    public void LogWeight_WhereEverythingMisses_PointsToTheNearestMiss()
    {
        See(0.0, slack: -0.8);
        See(0.2, slack: -0.4);
        See(0.4, slack: -0.2);
        See(0.6, slack: -0.05);

        _model.LogWeight([0.7]).ShouldBeGreaterThan(_model.LogWeight([0.3]));
    }

    /// <summary>Both chances are below one in a thousand million, where a floor would make them equal.</summary>
    [Fact]
    public void LogWeight_FarFromAnythingAllowed_StillPointsThere()
    {
        for (var i = 0; i < 6; i++)
        {
            See(0.1 * i, slack: -0.6 + (0.1 * i));
        }

        _model.LogWeight([0.2]).ShouldBeLessThan(3 * Math.Log(1e-9));
        _model.LogWeight([0.2]).ShouldBeGreaterThan(_model.LogWeight([0.1]));
    }

    [Fact]
    public void LogWeight_OfWhatCannotRun_IsBelowThatOfANearMiss()
    {
        See(0.0, Observation.Infeasible);
        See(0.5, slack: -0.01);
        See(1.0, slack: 0.5);

        _model.LogWeight([0.0]).ShouldBeLessThan(_model.LogWeight([0.5]));
    }

    [Fact]
    public void BelievedMisses_AreThoseOnTheWrongSide()
    {
        See(0.0, slack: -0.5);
        See(0.5, slack: 0.5);
        See(1.0, slack: 2);

        var misses = _model.BelievedMisses();

        misses[0].ShouldBeGreaterThan(0.3);
        misses[1].ShouldBe(0);
        misses[2].ShouldBe(0);
    }

    private void See(double position, double slack) => See(position, new Observation(1, Math.Max(0, -slack)) { Slack = slack });

    private void See(double position, Observation observation) => _model.Add([position], _seen++, observation);
}
