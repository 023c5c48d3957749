using System.CommandLine;
using TuneSearch.Cli.Verbs;

namespace TuneSearch.Cli;

/// <summary>All verbs of the command.</summary>
internal static class CommandTree
{
    public static RootCommand Create(CliContext context)
    {
        var root = new RootCommand($"TuneSearch finds the configuration under which a Kafka cluster serves its customers best. {ExitCode.Explanation}");
        Command[] verbs =
        [
            QuickstartVerb.Create(context),
            ServeVerb.Create(context),
            SubmitVerb.Create(context),
            JobVerbs.Watch(context),
            JobVerbs.Jobs(context),
            JobVerbs.Show(context),
            JobVerbs.Trials(context),
            JobVerbs.Change(context, "pause", "Start no more trials of a job until it is resumed"),
            JobVerbs.Change(context, "resume", "Let a paused job go on"),
            JobVerbs.Change(context, "cancel", "End a job; its trials stay"),
            BestVerb.Create(context),
            TextVerbs.Report(context),
            TextVerbs.Relevance(context),
            EvidenceVerb.Create(context),
            RunVerb.Create(context),
            MeasureVerb.Create(context),
            ValidateVerb.Create(context),
            SchemaVerb.Create(context),
            CatalogueVerb.Create(context),
            PlanVerb.Create(context),
            ImportVerb.Create(context),
        ];
        foreach (var verb in verbs)
        {
            root.Add(verb);
        }

        return root;
    }
}
