using Microsoft.Extensions.Logging;

namespace TuneSearch.Daemon.Hosting;

internal sealed partial class JobsGoOn
{
    [LoggerMessage(DaemonEvents.JobGoesOn, LogLevel.Information, "Job {Id} goes on: {Done} of {Planned} trials done")]
    private partial void LogGoesOn(string id, int done, int planned);

    [LoggerMessage(DaemonEvents.JobDoesNotGoOn, LogLevel.Error, "Job {Id} does not go on")]
    private partial void LogDoesNotGoOn(string id, Exception failure);
}
