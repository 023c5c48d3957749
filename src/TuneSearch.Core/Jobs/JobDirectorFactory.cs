using TuneSearch.Core.Annealing;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs;

public sealed class JobDirectorFactory(ISearcherFactory searchers, IDistributions distributions) : IJobDirectorFactory
{
    public IJobDirector Create(JobSpec job) => new JobDirector(job, new SearchOnlyFlow(job, searchers));

    /// <summary>For tests and the root of composition to see what it stands on.</summary>
    public IDistributions Distributions { get; } = distributions;
}
