namespace Orleans.Runtime;

/// <summary>One living grain: its instance, its turns, the calls that wait and those that run.</summary>
internal sealed class Activation : IGrainContext
{
    [ThreadStatic]
    private static Activation? t_current;

    private readonly GrainRuntime _runtime;
    private readonly GrainClass _class;
    private readonly ActivationScheduler _scheduler;
    private readonly Lock _gate = new();
    private readonly List<Request> _waiting = [];
    private readonly List<Request> _running = [];
    private readonly List<GrainTimer> _timers = [];
    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ActivationStage _stage;
    private GrainInstance? _instance;
    private DeactivationReason? _deactivation;
    private bool _finishing;
    private DateTimeOffset _lastUse;
    private DateTimeOffset _keepUntil;

    public Activation(GrainRuntime runtime, GrainId grainId, GrainClass grainClass)
    {
        _runtime = runtime;
        _class = grainClass;
        GrainId = grainId;
        _scheduler = new ActivationScheduler(this);
    }

    /// <summary>The activation whose turn runs on this thread.</summary>
    public static Activation? Current
    {
        get => t_current;
        set => t_current = value;
    }

    public GrainId GrainId { get; }

    public object? GrainInstance => _instance?.Grain;

    public IServiceProvider ActivationServices { get; private set; } = null!;

    public Task Deactivated => _deactivated.Task;

    /// <summary>Takes a request in; false where the activation has ended and the request belongs to the next one.</summary>
    public bool TryReceive(Request request)
    {
        lock (_gate)
        {
            if (_stage == ActivationStage.Ended || (_finishing && request.IsLocal))
            {
                return false;
            }

            _waiting.Add(request);
            if (_stage == ActivationStage.New)
            {
                _stage = ActivationStage.Activating;
                Schedule(ActivateAsync);
            }
            else
            {
                StartWhatMay();
            }

            return true;
        }
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_deactivation is not null)
            {
                return;
            }

            _deactivation = deactivationReason;
            if (_stage == ActivationStage.New)
            {
                _stage = ActivationStage.Ended;
                _runtime.Remove(this);
                _deactivated.TrySetResult();
            }
            else if (_stage == ActivationStage.Valid)
            {
                _stage = ActivationStage.Deactivating;
                StartWhatMay();
            }
        }
    }

    public void DelayDeactivation(TimeSpan span)
    {
        lock (_gate)
        {
            _keepUntil = span <= TimeSpan.Zero ? DateTimeOffset.MinValue : _runtime.Time.GetUtcNow() + span;
        }
    }

    /// <summary>Whether nothing has used it for that long and nothing keeps it.</summary>
    public bool IsIdle(TimeSpan age)
    {
        lock (_gate)
        {
            var now = _runtime.Time.GetUtcNow();
            return _stage == ActivationStage.Valid
                && !_running.Exists(request => request.KeepsAlive)
                && !_waiting.Exists(request => request.KeepsAlive)
                && now - _lastUse >= age
                && now >= _keepUntil;
        }
    }

    /// <summary>Gives the activation its scope, before its grain is constructed.</summary>
    public void EnterScope(IServiceProvider services) => ActivationServices = services;

    public IGrainTimer AddTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        if (!ReferenceEquals(Current, this))
        {
            throw new InvalidOperationException(
                $"A timer of grain {GrainId} was to be made outside its turns, perhaps inside Task.Run. Register it in a method of the grain.");
        }

        lock (_gate)
        {
            var timer = new GrainTimer(this, callback, options, _runtime.Time);
            _timers.Add(timer);
            return timer;
        }
    }

    public void RemoveTimer(GrainTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    public void OnTickFailed(Exception exception) => _runtime.LogTickFailed(exception, GrainId);

    private async Task ActivateAsync()
    {
        try
        {
            _instance = _class.CreateInstance(_runtime.Services, this);
            await _instance.ReadStatesAsync();
            await _instance.Grain.OnActivateAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            _runtime.LogActivationFailed(exception, GrainId);
            await EndAsync(request => request.Reject(exception));
            return;
        }

        lock (_gate)
        {
            _lastUse = _runtime.Time.GetUtcNow();
            _stage = _deactivation is null ? ActivationStage.Valid : ActivationStage.Deactivating;
            StartWhatMay();
        }
    }

    /// <summary>Starts every waiting request that may run beside those that do, in the order in which they came. Under the gate.</summary>
    private void StartWhatMay()
    {
        if (_stage is not (ActivationStage.Valid or ActivationStage.Deactivating) || _finishing)
        {
            return;
        }

        for (var index = 0; index < _waiting.Count;)
        {
            var request = _waiting[index];
            if (request.IsAbandoned)
            {
                _waiting.RemoveAt(index);
            }
            else if ((_stage == ActivationStage.Valid || (request.IsLocal && _running.Count > 0))
                && Interleaving.MayStart(_class.IsReentrant, request.Mode, _running))
            {
                _waiting.RemoveAt(index);
                _running.Add(request);
                Schedule(() => RunAsync(request));
            }
            else
            {
                index++;
            }
        }

        if (_stage == ActivationStage.Deactivating && _running.Count == 0)
        {
            _finishing = true;
            Schedule(FinishAsync);
        }
    }

    private async Task RunAsync(Request request)
    {
        await request.RunAsync(_instance!.Grain);
        lock (_gate)
        {
            _running.Remove(request);
            if (request.KeepsAlive)
            {
                _lastUse = _runtime.Time.GetUtcNow();
            }

            StartWhatMay();
        }

        request.Answer();
    }

    private async Task FinishAsync()
    {
        foreach (var timer in TakeTimers())
        {
            timer.Dispose();
        }

        try
        {
            using var limit = new CancellationTokenSource(_runtime.Options.DeactivationTimeout, _runtime.Time);
            await _instance!.Grain.OnDeactivateAsync(_deactivation!.Value, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception exception)
        {
            _runtime.LogDeactivationFailed(exception, GrainId);
        }

        await EndAsync(_runtime.Reroute);
    }

    private async Task EndAsync(Action<Request> passOn)
    {
        if (_instance is not null)
        {
            await _instance.DisposeAsync();
        }

        Request[] left;
        lock (_gate)
        {
            _stage = ActivationStage.Ended;
            left = [.. _waiting.Where(request => !request.IsLocal)];
            _waiting.Clear();
        }

        _runtime.Remove(this);
        Array.ForEach(left, passOn);
        _deactivated.TrySetResult();
    }

    private GrainTimer[] TakeTimers()
    {
        lock (_gate)
        {
            return [.. _timers];
        }
    }

    /// <summary>A turn begins with no ambient values of whoever caused it, as it would on another machine.</summary>
    private void Schedule(Func<Task> turn)
    {
        using var _ = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        Task.Factory.StartNew(turn, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _scheduler);
    }
}
