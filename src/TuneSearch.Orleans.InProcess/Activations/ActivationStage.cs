namespace Orleans.Runtime;

/// <summary>The life of an activation, in order.</summary>
internal enum ActivationStage
{
    /// <summary>No call has come yet.</summary>
    New,
    Activating,
    Valid,

    /// <summary>Calls that run may end; those that wait move to the next activation.</summary>
    Deactivating,
    Ended,
}
