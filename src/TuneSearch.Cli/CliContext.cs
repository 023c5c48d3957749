namespace TuneSearch.Cli;

/// <summary>What the verbs see of the world around them.</summary>
internal sealed record CliContext(TextWriter Out, TextWriter Error)
{
    /// <summary>Whether <see cref="Out"/> is a terminal whose line can be written over.</summary>
    public bool IsOutTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    /// <summary>Columns of the terminal; plain output is not cut.</summary>
    public int Width { get; init; } = 200;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Whether to say where in the code something failed, for a report.</summary>
    public bool IsDebugging => Environment("TUNESEARCH_DEBUG") == "1";

    /// <summary>Makes the client of a daemon.</summary>
    public Func<Uri, HttpClient> Connect { get; init; } = server => new HttpClient { BaseAddress = server, Timeout = System.Threading.Timeout.InfiniteTimeSpan };
}
