using TuneSearch.Core.Annealing;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs;

public sealed class JobDirectorFactory(ISearcherFactory searchers, IDistributions distributions) : IJobDirectorFactory
{
    public IJobDirector Create(JobSpec job) => new JobDirector(
        job,
        job.Verification == Verification.None ? new SearchOnlyFlow(job, searchers) : new VerifiedFlow(job, searchers, distributions));
}
