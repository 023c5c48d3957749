using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;

namespace TuneSearch.Daemon.Answers;

/// <summary>One way to write an answer down.</summary>
public interface IAnswerFormat
{
    /// <summary>What callers ask for: <c>best --format NAME</c>.</summary>
    string Name { get; }

    string ContentType { get; }

    /// <summary>A file name that fits, without the job's id.</summary>
    string FileName { get; }

    string Write(JobSpec job, JobAnswer answer);
}
