using System.Collections.Immutable;
using System.CommandLine;
using TuneSearch.Core.Validation;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Cli.Verbs;

internal static class CatalogueVerb
{
    public static Command Create(CliContext context)
    {
        var version = new Option<string?>("--kafka") { Description = "The release line, as 3.9; the newest known by default", HelpName = "VERSION" };
        var broker = new Option<string?>("--broker") { Description = "Compare with this live broker, and take its version", HelpName = "HOST:PORT" };
        var verb = new Command("catalogue", "Print the settings that search spaces inherit with use: kafka/VERSION, or how a live broker differs from them") { version, broker };
        verb.SetAction((arguments, cancellationToken) => arguments.GetValue(broker) is { } address
            ? CompareAsync(context, address, cancellationToken)
            : Task.FromResult(Print(context, arguments.GetValue(version))));
        return verb;
    }

    private static int Print(CliContext context, string? version)
    {
        var known = CatalogueReader.Lines.ToArray();
        if (version is null)
        {
            context.Out.Write(CatalogueText.Table(CatalogueReader.Read(known[^1])));
            return ExitCode.Done;
        }

        if (!KafkaVersion.TryParseRelease(version, out var wanted) || !known.Contains(wanted))
        {
            throw new InvalidInputException([new Problem("--kafka", $"'{version}' is no Kafka release that the catalogue knows", $"Write a release line from {known[0]} to {known[^1]}, as 3.9.")]);
        }

        context.Out.Write(CatalogueText.Table(CatalogueReader.Read(wanted)));
        return ExitCode.Done;
    }

    private static async Task<int> CompareAsync(CliContext context, string address, CancellationToken cancellationToken)
    {
        var live = await LiveCatalogue.ReadAsync(address, ImmutableDictionary<string, string>.Empty, cancellationToken);
        context.Out.WriteLine($"Broker {live.Broker} at {address} against the catalogue of Kafka {live.Catalogue.Version}: {live.Differences.Length} differences.");
        foreach (var difference in live.Differences)
        {
            context.Out.WriteLine($"  {difference}");
        }

        return ExitCode.Done;
    }
}
