using System.Collections.Immutable;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Searching;
using TuneSearch.Core.Jobs.Trials;

namespace TuneSearch.Core.Jobs.Flows;

/// <summary><c>verification: none</c>: the search alone, one measurement a trial; its answer is unverified everywhere it appears.</summary>
internal sealed class SearchOnlyFlow : IFlow
{
    private readonly JobSpec _spec;
    private readonly SearchPhase _search;

    public SearchOnlyFlow(JobSpec spec, ISearcherFactory searchers)
    {
        _spec = spec;
        var context = new SearchContext(spec.Space, spec.Baseline, spec.Annealing, spec.Seed, spec.Budget.Trials)
        {
            IsNoisy = spec.Cluster.IsNoisy,
            Relevance = spec.Relevance,
            Parallel = Math.Max(1, spec.Cluster.Clusters),
        };
        var episodes = spec.Episodes();
        _search = new SearchPhase(spec, searchers.Create(context), episodes, episodesPerTrial: 1, spec.Budget.Trials);
    }

    public IPhase? Current => _search.IsOver ? null : _search;

    public Recommendation? Best => _search.Best;

    public double? BaselineObjective => _search.BaselineObjective;

    public double Temperature => _search.Temperature;

    public double? Acceptance => _search.Acceptance;

    public Relevance? Relevance => _search.Relevance;

    public ImmutableArray<string> Notes => [];

    public string? Failure => _search.Failure;

    public void Started(TrialPlan plan) => _search.Started(plan);

    public void Ended(TrialRecord trial) => _search.Ended(trial);

    public JobAnswer Answer(string? cutShort)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (cutShort is not null)
        {
            notes.Add($"The search was cut short: {cutShort}.");
        }

        if (_search.Best is not { } best)
        {
            notes.Add("No configuration could run, so the answer is the baseline.");
            return new JobAnswer(Verdict.Unverified, _spec.Baseline) { Notes = notes.ToImmutable() };
        }

        if (!best.IsFeasible)
        {
            notes.Add("No configuration met every limit; this one missed them by least.");
        }

        notes.Add("Nothing here was verified (verification: none): the gain is the search's own estimate, luck and skill together.");
        if (_spec.Cluster is CommandClusterSpec { Noisy: false })
        {
            notes.Add("The evaluator was taken to answer alike whenever it is asked the same. If it does not, say «noisy: true» under cluster, and close contenders are measured again.");
        }

        return new JobAnswer(Verdict.Unverified, best.Configuration)
        {
            Objective = new Statistics.Estimate(best.Configuration.Equals(_spec.Baseline) ? 0 : RelativeGain.Of(_spec.Objective.Goal, _search.BaselineObjective, best.EstimatedCost)),
            Changes = ConfigurationDiff.Changes(_spec.Space, _spec.Baseline, best.Configuration),
            Notes = notes.ToImmutable(),
        };
    }
}
