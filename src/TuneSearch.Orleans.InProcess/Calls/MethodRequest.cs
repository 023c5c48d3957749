namespace Orleans.Runtime;

/// <summary>A call of a method, and the caller who waits for its answer, though not for ever.</summary>
internal sealed class MethodRequest : Request
{
    private readonly GrainMethod _method;
    private readonly object?[] _arguments;
    private readonly TimeSpan _timeout;
    private readonly TaskCompletionSource<object?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _timer;
    private object? _result;
    private Exception? _exception;

    public MethodRequest(GrainId target, GrainMethod method, object?[] arguments, TimeSpan timeout, TimeProvider time)
    {
        Target = target;
        _method = method;
        _arguments = CallCopier.CopyAll(arguments);
        _timeout = timeout;
        _timer = time.CreateTimer(static request => ((MethodRequest)request!).OnTimeout(), this, timeout, Timeout.InfiniteTimeSpan);
    }

    public GrainId Target { get; }

    public Task<object?> Answered => _answer.Task;

    public override CallMode Mode => _method.Mode;

    public override bool IsAbandoned => _answer.Task.IsCompleted;

    public override async Task RunAsync(object grain)
    {
        try
        {
            _result = CallCopier.Copy(await _method.InvokeAsync(grain, _arguments));
        }
        catch (Exception exception)
        {
            _exception = exception;
        }
    }

    public override void Answer()
    {
        _timer.Dispose();
        if (_exception is { } exception)
        {
            _answer.TrySetException(exception);
        }
        else
        {
            _answer.TrySetResult(_result);
        }
    }

    public override void Reject(Exception exception)
    {
        _answer.TrySetException(exception);
        _timer.Dispose();
    }

    private void OnTimeout()
    {
        _answer.TrySetException(new TimeoutException(
            $"{_method.Name} of grain {Target} gave no answer within {_timeout.TotalSeconds:0.###} s. "
            + "The grain may be busy with a longer call, or wait for the caller: start long work with a short call and ask for its result later."));
        _timer.Dispose();
    }
}
