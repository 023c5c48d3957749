namespace Orleans.Runtime;

/// <summary>A timer of a grain; ends with <see cref="IDisposable.Dispose"/> or with the activation.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets it anew; during a tick the change counts from the tick's end.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
