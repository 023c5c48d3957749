using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Flows;

namespace TuneSearch.Cli.Output;

/// <summary>A note on a budget that is valid and of no use.</summary>
internal static class BudgetNote
{
    public static void Write(CliContext context, string file, JobSpec job)
    {
        if (BudgetAdvice.Of(job) is { } advice)
        {
            context.Error.WriteLine($"note: {file}: {advice}");
        }
    }
}
