using System.Globalization;
using System.Text;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Daemon.Answers;

/// <summary>What a job learned of its parameters' relevance, as the file that a later job names.</summary>
public static class RelevanceText
{
    /// <exception cref="JobStateException">Nothing was learned, or not yet.</exception>
    public static string Require(JobReading job)
    {
        if (job.View.Relevance is { } relevance)
        {
            return Write(relevance with { Description = $"learned by {job.Id} in {job.View.TrialsDone.ToString(CultureInfo.InvariantCulture)} trials" });
        }

        throw new JobStateException(job.Spec.Annealing.Searcher == "plain"
            ? new Problem(job.Id, "its searcher has no model, so it learns nothing of its parameters", "Ask a job with searcher: surrogate, the default")
            : new Problem(job.Id, "its search has not measured enough to say which parameters matter", "Ask a job that made a few trials of its search"));
    }

    /// <summary>The parameters that matter most in detail come first.</summary>
    private static string Write(Relevance relevance)
    {
        var text = new StringBuilder();
        text.Append("# Name this file under relevance: in a later job on such a cluster.\n");
        text.Append("# span: how many of its ranges a parameter has to move before the objective is as different as it gets; the larger, the less it weighs beside the others.\n");
        text.Append("apiVersion: tunesearch/v1\nkind: Relevance\n");
        text.Append("description: ").Append(YamlText.Quote(relevance.Description!)).Append("\nparameters:\n");
        foreach (var parameter in relevance.Ranked())
        {
            text.Append("  - { name: ").Append(YamlText.Quote(parameter.Name)).Append(", span: ").Append(Figure(parameter.Span));
            if (parameter.Ratios is { } ratios)
            {
                text.Append(", ratios: ").Append(Figure(ratios));
            }

            text.Append(" }\n");
        }

        return text.ToString();
    }

    private static string Figure(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
