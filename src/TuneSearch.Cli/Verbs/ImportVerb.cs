using System.CommandLine;
using TuneSearch.Kafka.Import;

namespace TuneSearch.Cli.Verbs;

internal static class ImportVerb
{
    public static Command Create(CliContext context)
    {
        var workload = new Argument<FileInfo>("WORKLOAD.yaml") { Description = "A workload of OpenMessaging Benchmark" }.AcceptExistingOnly();
        var driver = new Option<FileInfo>("--driver") { Description = "Its Kafka driver file", HelpName = "DRIVER.yaml" }.AcceptExistingOnly();
        var output = Verb.OutputFile();
        var verb = new Command("import", "Turn a workload of OpenMessaging Benchmark into a profile, with a list of what could not be carried over") { workload, driver, output };
        verb.SetAction(arguments =>
        {
            var (work, drive) = (arguments.GetRequiredValue(workload), arguments.GetValue(driver));
            var imported = OpenMessagingImport.Read(Text(work), drive is null ? null : Text(drive), work.ToString(), drive?.ToString() ?? string.Empty);
            Verb.Deliver(context, arguments.GetValue(output), ProfileText.Write(imported));
            foreach (var line in imported.NotCarried)
            {
                context.Error.WriteLine($"not carried over: {line}");
            }

            return ExitCode.Done;
        });
        return verb;
    }

    private static string Text(FileInfo file) => File.ReadAllText(file.FullName);
}
