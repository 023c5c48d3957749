namespace Orleans.Runtime;

/// <summary>One call on its way to an activation: a method of an interface, or the tick of a timer.</summary>
internal abstract class Request
{
    public abstract CallMode Mode { get; }

    /// <summary>Whether it counts as use where idleness is judged.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>Whether it belongs to one activation only, so that it ends with it instead of moving to the next one.</summary>
    public virtual bool IsLocal => false;

    /// <summary>Whether nobody waits for the answer any more.</summary>
    public virtual bool IsAbandoned => false;

    /// <summary>Runs on the activation's scheduler. Never throws: whoever called gets the exception.</summary>
    public abstract Task RunAsync(object grain);

    /// <summary>Tells who waits, once the activation counts the request as ended.</summary>
    public virtual void Answer()
    {
    }

    /// <summary>Answers with an exception instead of running.</summary>
    public abstract void Reject(Exception exception);
}
