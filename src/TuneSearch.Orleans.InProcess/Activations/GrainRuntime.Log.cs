using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

internal sealed partial class GrainRuntime
{
    public void LogActivationFailed(Exception exception, GrainId grainId) => LogActivationFailed(logger, exception, grainId);

    public void LogDeactivationFailed(Exception exception, GrainId grainId) => LogDeactivationFailed(logger, exception, grainId);

    public void LogTickFailed(Exception exception, GrainId grainId) => LogTickFailed(logger, exception, grainId);

    [LoggerMessage(1001, LogLevel.Error, "Grain {GrainId} could not be activated; the calls that waited for it fail with the same exception")]
    private static partial void LogActivationFailed(ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(1002, LogLevel.Error, "Grain {GrainId} did not deactivate cleanly; it is dropped all the same")]
    private static partial void LogDeactivationFailed(ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(1003, LogLevel.Warning, "A timer of grain {GrainId} threw; it goes on ticking")]
    private static partial void LogTickFailed(ILogger logger, Exception exception, GrainId grainId);
}
