using System.CommandLine;
using TuneSearch.Files;
using TuneSearch.Files.Schemas;

namespace TuneSearch.Cli.Verbs;

internal static class SchemaVerb
{
    public static Command Create(CliContext context)
    {
        var kind = new Argument<FileKind>("KIND") { Description = "SearchSpace, Profile, Job or Relevance" };
        var verb = new Command("schema", "Print the JSON schema of a kind of file, for editors that complete and check YAML") { kind };
        verb.SetAction(arguments =>
        {
            context.Out.Write(JsonSchemas.Of(arguments.GetRequiredValue(kind)));
            return ExitCode.Done;
        });
        return verb;
    }
}
