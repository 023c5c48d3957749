namespace TuneSearch.Kafka.Load;

/// <summary>A thread whose end, and whose failure, can be awaited.</summary>
internal static class Worker
{
    public static Task Start(string name, Action work)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                work();
                ended.SetResult();
            }
            catch (OperationCanceledException)
            {
                ended.SetResult();
            }
#pragma warning disable CA1031 // A thread of its own: what it throws would end the process, so it becomes the task's failure.
            catch (Exception e)
#pragma warning restore CA1031
            {
                ended.SetException(e);
            }
        })
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
        return ended.Task;
    }
}
