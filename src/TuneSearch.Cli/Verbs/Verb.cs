using System.CommandLine;
using TuneSearch.Cli.Output;

namespace TuneSearch.Cli.Verbs;

/// <summary>Helps verbs to describe themselves alike.</summary>
internal static class Verb
{
    public static Argument<string> JobFile() => new("JOB.yaml") { Description = "The job file" };

    public static Argument<string> JobId() => new("JOB") { Description = "The job's id, as 'tunesearch jobs' lists it" };

    public static Option<string?> OutputFile() => new("--output", "-o") { Description = "Write to this file instead of the terminal; whole or not at all", HelpName = "FILE" };

    /// <summary>A text to the file, where one is named, else to the terminal.</summary>
    public static void Deliver(CliContext context, string? file, string text)
    {
        if (file is null)
        {
            context.Out.Write(text);
            return;
        }

        AtomicFile.Write(file, text);
        context.Error.WriteLine($"Wrote {file}.");
    }
}
