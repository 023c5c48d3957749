using TuneSearch.Core.Annealing;

namespace TuneSearch.Core.Jobs;

public sealed class JobDirectorFactory(ISearcherFactory searchers) : IJobDirectorFactory
{
    public IJobDirector Create(JobSpec job) => new JobDirector(job, new SearchOnlyFlow(job, searchers));
}
