namespace TuneSearch.Grains.Clusters;

/// <summary>A trial asks for a test cluster in its job's name.</summary>
/// <param name="Job">The job's id.</param>
/// <param name="Lane">Which of the job's clusters it is, from 0.</param>
/// <param name="Trial">Key of the trial's grain, which is nudged when work has ended.</param>
[GenerateSerializer]
[Immutable]
[Alias("TuneSearch.LeaseRequest")]
public sealed record LeaseRequest([property: Id(0)] string Job, [property: Id(1)] int Lane, [property: Id(2)] string Trial);
