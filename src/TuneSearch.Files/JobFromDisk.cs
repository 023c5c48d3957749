using TuneSearch.Core.Jobs;

namespace TuneSearch.Files;

public sealed record JobFromDisk(JobBundle Bundle, JobSpec Spec);
