using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace TuneSearch.Daemon.Hosting;

/// <summary>One line an entry, and of an exception its words alone: whoever runs a job by hand reads it between lines of progress.</summary>
internal sealed class BriefConsoleFormatter() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "brief";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var reason = logEntry.Exception is { } exception ? $": {exception.Message}" : string.Empty;
        textWriter.WriteLine($"{logEntry.LogLevel.ToString().ToLowerInvariant()}: {message}{reason}".ReplaceLineEndings(" "));
    }
}
