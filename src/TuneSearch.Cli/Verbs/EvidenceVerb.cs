using System.CommandLine;
using TuneSearch.Cli.Client;
using TuneSearch.Cli.Output;

namespace TuneSearch.Cli.Verbs;

/// <summary>Lists what was kept with a job's trials (profiles, heap dumps, brokers' last words), and fetches it.</summary>
internal static class EvidenceVerb
{
    public static Command Create(CliContext context)
    {
        var server = new ServerOptions();
        var id = Verb.JobId();
        var trial = new Option<int?>("--trial") { Description = "Of this trial only", HelpName = "N" };
        var output = new Option<string?>("--output", "-o") { Description = "Write the files below this folder instead of listing them", HelpName = "DIR" };
        var verb = new Command("evidence", "List or fetch the files that were kept with a job's trials: profiles, heap dumps, what brokers said before they died") { id, trial, output };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            var job = arguments.GetRequiredValue(id);
            var files = (await daemon.EvidenceAsync(job, cancellationToken)).Where(file => arguments.GetValue(trial) is not { } only || file.Trial == only).ToArray();
            if (files.Length == 0)
            {
                context.Out.WriteLine("Nothing was kept. Hooks of the job's cluster keep files (docs/kafka.md).");
            }
            else if (arguments.GetValue(output) is { } folder)
            {
                foreach (var file in files)
                {
                    EvidenceFolder.Write(folder, file, await daemon.EvidenceAsync(job, file, cancellationToken));
                    context.Out.WriteLine(EvidenceFolder.PathOf(folder, file));
                }
            }
            else
            {
                Tables.Write(context.Out, context.Width, ["trial", "file", "bytes"], files.Select(file => (IReadOnlyList<string>)[Figures.Number(file.Trial), file.Name, Figures.Number(file.Bytes)]), 0, 2);
            }

            return ExitCode.Done;
        });
        return verb;
    }
}
