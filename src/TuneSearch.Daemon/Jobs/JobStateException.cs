using TuneSearch.Core.Validation;

namespace TuneSearch.Daemon.Jobs;

/// <summary>What was asked of a job does not fit the state that it is in.</summary>
public sealed class JobStateException(Problem problem) : Exception(problem.ToString())
{
    public Problem Problem { get; } = problem;
}
