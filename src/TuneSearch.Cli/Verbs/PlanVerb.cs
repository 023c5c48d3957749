using System.CommandLine;
using System.Globalization;
using TuneSearch.Cli.Client;

namespace TuneSearch.Cli.Verbs;

internal static class PlanVerb
{
    public static Command Create(CliContext context)
    {
        var server = new ServerOptions();
        var id = Verb.JobId();
        var trial = new Option<int>("--trial") { Description = "The trial's number, as 'tunesearch trials' lists it", HelpName = "N", Required = true };
        var verb = new Command("plan", "Show what applying a trial's configuration changes on the cluster against the trial before it") { id, trial };
        server.AddTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var daemon = server.Connect(arguments, context);
            var number = arguments.GetRequiredValue(trial).ToString(CultureInfo.InvariantCulture);
            context.Out.Write(await daemon.TextAsync(arguments.GetRequiredValue(id), $"plan?trial={number}", cancellationToken));
            return ExitCode.Done;
        });
        return verb;
    }
}
