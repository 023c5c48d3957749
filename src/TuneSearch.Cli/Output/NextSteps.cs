namespace TuneSearch.Cli.Output;

/// <summary>What the quickstart advises to try next.</summary>
internal static class NextSteps
{
    /// <param name="hasChanges">Whether the answer is another configuration than the baseline; to measure that one again would be to measure what runs today.</param>
    /// <param name="output">The file that the answer was written to.</param>
    public static string After(bool hasChanges, string output)
    {
        (string Command, string What)[] first = hasChanges
            ? [($"measure search-spaces/jobs/quickstart.yaml --config {output}", "measure that configuration again")]
            :
            [
                ("quickstart", "search again: no two runs of two minutes go alike"),
                ($"run search-spaces/jobs/quickstart.yaml -o {output}", "search longer, once you have raised the budget in that file"),
            ];
        (string Command, string What)[] steps =
        [
            .. first,
            ("run search-spaces/jobs/simulated.yaml", "tune a simulated fleet, broker settings included"),
            ("serve", "start the daemon to stay, with its page in the browser"),
            ("--help", "all verbs"),
        ];
        var width = steps.Max(step => step.Command.Length);
        return string.Join(Environment.NewLine, ["What to try next:", .. steps.Select(step => $"  ./tunesearch {step.Command.PadRight(width)}   {step.What}")]);
    }
}
