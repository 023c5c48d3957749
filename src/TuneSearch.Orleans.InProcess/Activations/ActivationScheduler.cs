namespace Orleans.Runtime;

/// <summary>Runs the turns of one activation on the thread pool, one at a time and in the order in which they came.</summary>
/// <remarks>A continuation of an <c>await</c> is a turn as well, because an await comes back to the scheduler that it left.</remarks>
internal sealed class ActivationScheduler(Activation owner) : TaskScheduler, IThreadPoolWorkItem
{
    /// <summary>After so many turns the thread goes back to the pool, so that a busy grain does not starve the others.</summary>
    private const int TurnsAtOnce = 64;

    private readonly Queue<Task> _turns = new();
    private bool _scheduled;

    public override int MaximumConcurrencyLevel => 1;

    void IThreadPoolWorkItem.Execute()
    {
        var outer = Activation.Current;
        Activation.Current = owner;
        try
        {
            for (var done = 0; done < TurnsAtOnce; done++)
            {
                if (!TryTake(out var turn))
                {
                    return;
                }

                TryExecuteTask(turn);
            }
        }
        finally
        {
            Activation.Current = outer;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    protected override void QueueTask(Task task)
    {
        lock (_turns)
        {
            _turns.Enqueue(task);
            if (_scheduled)
            {
                return;
            }

            _scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(Activation.Current, owner) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_turns)
        {
            return [.. _turns];
        }
    }

    private bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Task? turn)
    {
        lock (_turns)
        {
            _scheduled = _turns.TryDequeue(out turn);
            return _scheduled;
        }
    }
}
