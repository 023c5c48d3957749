using System.CommandLine;
using TuneSearch.Core.Validation;
using TuneSearch.Files;
using TuneSearch.Files.Schemas;

namespace TuneSearch.Cli.Verbs;

internal static class SchemaVerb
{
    public static Command Create(CliContext context)
    {
        var kind = new Argument<string>("KIND") { Description = "SearchSpace, Profile, Job or Relevance" };
        var verb = new Command("schema", "Print the JSON schema of a kind of file, for editors that complete and check YAML") { kind };
        verb.SetAction(arguments =>
        {
            context.Out.Write(JsonSchemas.Of(Kind(arguments.GetRequiredValue(kind))));
            return ExitCode.Done;
        });
        return verb;
    }

    private static FileKind Kind(string written)
    {
        var names = Enum.GetNames<FileKind>();
        return names.FirstOrDefault(name => name.Equals(written, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<FileKind>(known)
            : throw new CliException(ExitCode.BadInput, "tunesearch schema", $"there is no kind of file '{written}'", Nearest.Remedy(written, names));
    }
}
