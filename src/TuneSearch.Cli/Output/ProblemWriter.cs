using System.Globalization;
using TuneSearch.Core.Validation;

namespace TuneSearch.Cli.Output;

/// <summary>Problems as people read them: where and what on one line, the way out below unless the message names it already.</summary>
internal static class ProblemWriter
{
    public static void Write(TextWriter writer, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            writer.WriteLine($"error: {problem.Where}: {problem.Message}");
            if (problem.Remedy.Length > 0)
            {
                writer.WriteLine($"       {problem.Remedy}{(problem.Remedy.EndsWith('.') || problem.Remedy.EndsWith('?') ? string.Empty : ".")}");
            }
        }

        if (problems.Count > 1)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{problems.Count} problems."));
        }
    }
}
