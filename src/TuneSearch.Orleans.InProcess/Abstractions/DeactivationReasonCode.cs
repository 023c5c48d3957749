namespace Orleans;

/// <summary>The reasons that occur in one process; the names are Orleans'.</summary>
public enum DeactivationReasonCode : byte
{
    None,
    ShuttingDown,
    ActivationFailed,
    ActivationIdle,
    ApplicationError,
    ApplicationRequested,
    RuntimeRequested,
}
