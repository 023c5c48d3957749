namespace TuneSearch.Cli;

/// <summary>What the command's exit code says.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Arguments, files or a job's id that cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>The job failed, the daemon does not answer, a file cannot be written.</summary>
    public const int Failed = 3;

    /// <summary>Stopped by Ctrl-C or a signal: 128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;

    public const string Explanation = "Exit codes: 0 done, 2 bad input, 3 failed, 130 interrupted.";
}
