using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Folds a job's events into what people look at. Not safe for several threads; its snapshots are.</summary>
internal sealed class JobProjection(StoredJob stored, JobSpec spec, IJobDirector director)
{
    private readonly ImmutableArray<TrialRow>.Builder _trials = ImmutableArray.CreateBuilder<TrialRow>();
    private readonly ImmutableArray<ProgressPoint>.Builder _progress = ImmutableArray.CreateBuilder<ProgressPoint>();
    private readonly Dictionary<int, int> _places = [];
    private JobReading? _snapshot;

    public long Version { get; private set; }

    public void Apply(ImmutableArray<JobEvent> events)
    {
        foreach (var happened in events)
        {
            director.Apply(happened);
            Version++;
            Note(happened);
            _snapshot = null;
        }
    }

    public JobReading Snapshot() => _snapshot ??= new JobReading(stored, spec, director.View, Version)
    {
        Trials = _trials.ToImmutable(),
        Progress = _progress.ToImmutable(),
    };

    private void Note(JobEvent happened)
    {
        switch (happened)
        {
            case TrialStarted started:
                Place(TrialRows.Started(started) with { Version = Version });
                break;
            case TrialEnded ended when _places.TryGetValue(ended.Number, out var place):
                _trials[place] = TrialRows.Ended(_trials[place], ended, spec.Objective) with { Version = Version };
                _progress.Add(Point(ended));
                break;
            case JobEnded ended:
                BreakOff(ended);
                break;
        }
    }

    /// <summary>A trial that was in flight when its job ended will never end by itself.</summary>
    private void BreakOff(JobEnded ended)
    {
        for (var place = 0; place < _trials.Count; place++)
        {
            if (_trials[place].Outcome == TrialRows.Running)
            {
                _trials[place] = TrialRows.BrokenOff(_trials[place], ended) with { Version = Version };
            }
        }
    }

    private void Place(TrialRow row)
    {
        if (_places.TryGetValue(row.Trial, out var place))
        {
            _trials[place] = row;
            return;
        }

        _places[row.Trial] = _trials.Count;
        _trials.Add(row);
    }

    private ProgressPoint Point(TrialEnded ended)
    {
        var view = director.View;
        return new ProgressPoint(ended.Number, view.Phase, ended.At.TotalSeconds)
        {
            Version = Version,
            BestObjective = view.BestObjective,
            BaselineObjective = view.BaselineObjective,
            Temperature = view.Temperature,
            Acceptance = view.Acceptance,
            Best = view.Best,
        };
    }
}
