namespace TuneSearch.Core.Jobs;

/// <summary>Decides what a job does next. Pure: it knows the job and its events, no clock, no I/O; equal events give equal steps.</summary>
public interface IJobDirector
{
    JobView View { get; }

    /// <summary>Takes note of an event. Events come in the order in which they were stored.</summary>
    void Apply(JobEvent happened);

    /// <summary>The next step; asking twice without an event between gives the same step. A step becomes fact only by its event.</summary>
    /// <param name="elapsed">Time of measuring used so far.</param>
    JobStep Decide(TimeSpan elapsed);
}
