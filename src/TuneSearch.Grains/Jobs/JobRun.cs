using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;

namespace TuneSearch.Grains.Jobs;

/// <summary>Folds a job's events and walks its director as far as it goes without a result. Pure but for its own state: who cannot store a stride drops the run and replays.</summary>
internal sealed class JobRun(IJobDirector director)
{
    private readonly SortedDictionary<int, TrialPlan> _inFlight = [];

    /// <summary>Number of events folded.</summary>
    public long Version { get; private set; }

    /// <summary>Time of measuring at the last event.</summary>
    public TimeSpan Elapsed { get; private set; }

    public bool IsPaused { get; private set; }

    public bool IsOver { get; private set; }

    public JobView View => director.View;

    public IEnumerable<TrialPlan> InFlight => _inFlight.Values;

    public void Replay(ImmutableArray<JobEvent> events)
    {
        foreach (var happened in events)
        {
            Fold(happened);
        }
    }

    /// <summary>Of a job that is over nothing is: what its trials still report is not wanted, and none of them is started again.</summary>
    public bool IsInFlight(int number, int attempt) => !IsOver && _inFlight.TryGetValue(number, out var plan) && plan.Attempt == attempt;

    /// <summary>Takes note of what happened and decides until the director waits or the job is over.</summary>
    public JobStride Advance(ImmutableArray<JobEvent> happened, TimeSpan elapsed)
    {
        var events = happened.ToBuilder();
        var launches = ImmutableArray.CreateBuilder<TrialPlan>();
        Replay(happened);
        while (!IsOver && Next(elapsed) is { } next)
        {
            if (next is TrialStarted started)
            {
                launches.Add(started.Plan);
            }

            events.Add(next);
            Fold(next);
        }

        return new JobStride(events.ToImmutable(), launches.ToImmutable());
    }

    private JobEvent? Next(TimeSpan elapsed) => Decide(elapsed) switch
    {
        StartTrial start => new TrialStarted(elapsed, start.Plan),
        EndJob end => new JobEnded(elapsed, end.Status, end.Reason, end.Answer),
        _ => null,
    };

    /// <summary>A director that fails ends its job with the reason: asked again it would only fail again.</summary>
    private JobStep Decide(TimeSpan elapsed)
    {
        try
        {
            var step = director.Decide(elapsed);
            return step is StartTrial { Plan.Number: var number } && _inFlight.ContainsKey(number)
                ? Failed($"trial {number} was to be started while it is in flight")
                : step;
        }
        catch (Exception exception)
        {
            return Failed(exception.Message);
        }
    }

    private static EndJob Failed(string why) => new(JobStatus.Failed, $"the search could not decide what comes next: {why}. Please report this together with the job's events", null);

    private void Fold(JobEvent happened)
    {
        Version++;
        Elapsed = happened.At;
        switch (happened)
        {
            case TrialStarted started:
                _inFlight[started.Plan.Number] = started.Plan;
                break;
            case TrialEnded ended:
                _inFlight.Remove(ended.Number);
                break;
            case JobPaused:
                IsPaused = true;
                break;
            case JobResumed:
                IsPaused = false;
                break;
            case JobEnded:
                IsOver = true;
                break;
        }

        director.Apply(happened);
    }
}
