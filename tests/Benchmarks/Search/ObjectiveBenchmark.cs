using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Answers another optimiser's questions, a JSON line each way, so that it searches exactly what our own benchmarks search.</summary>
/// <remarks>
/// «{"ask": "space"}» names the parameters: a «unit» is a number from 0 to 1 along the range, a «choice» the index of a level. «{"point": {name: number}}» is a trial and
/// answers with its cost and by how much it misses a limit; a point that breaks a law is told so and is no trial. «{"recommend": {…}}» scores an answer.
/// </remarks>
internal sealed class ObjectiveBenchmark : IBenchmark
{
    public string Name => "objective";

    public string Summary => "serve a made-up system (--parameters 20) or the simulated fleet (--fleet) to another optimiser on standard input and output [--seed 0] [--noise 0]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var seed = (ulong)arguments.Number("seed", 0);
        await using IServedObjective objective = arguments.Has("fleet")
            ? await FleetObjective.OpenAsync(seed, cancellationToken)
            : new SyntheticObjective(arguments.Number("parameters", 20), seed, double.Parse(arguments.Text("noise", "0"), CultureInfo.InvariantCulture));
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            Console.WriteLine((await AnswerAsync(objective, JsonNode.Parse(line)!.AsObject(), cancellationToken)).ToJsonString());
        }

        return 0;
    }

    private static async Task<JsonObject> AnswerAsync(IServedObjective objective, JsonObject asked, CancellationToken cancellationToken)
    {
        if (asked["point"] is JsonObject point)
        {
            var configuration = Configured(objective.Space, point);
            if (objective.Space.FirstBroken(configuration) is { } broken)
            {
                return new JsonObject { ["broken"] = broken.Text };
            }

            var (cost, violation) = await objective.MeasureAsync(configuration, cancellationToken);
            return new JsonObject { ["cost"] = cost, ["violation"] = violation };
        }

        return asked["recommend"] is JsonObject answer
            ? new JsonObject { ["score"] = await objective.ScoreAsync(Configured(objective.Space, answer), cancellationToken) }
            : new JsonObject { ["parameters"] = new JsonArray([.. objective.Space.Searched.Select(parameter => Described(parameter, objective.Baseline))]) };
    }

    private static JsonObject Described(Parameter parameter, Configuration baseline)
    {
        var levels = Levels(parameter.Domain);
        var today = baseline.TryGet(parameter.Name, out var value) ? value : parameter.Default;
        return new JsonObject
        {
            ["name"] = parameter.Name,
            ["kind"] = levels is null ? "unit" : "choice",
            ["levels"] = levels?.Count,
            ["ordered"] = parameter.Domain.IsOrdered,
            ["baseline"] = levels is null ? parameter.Domain.ToUnit(today) : Enumerable.Range(0, levels.Count).First(i => levels[i].Equals(today)),
        };
    }

    private static Configuration Configured(SearchSpace space, JsonObject point) => space.Activate(name =>
    {
        var parameter = space.Find(name)!;
        if (point[name]?.GetValue<double>() is not { } number)
        {
            return parameter.Default;
        }

        return Levels(parameter.Domain) is { } levels ? levels[(int)number] : parameter.Domain.FromUnit(number);
    });

    /// <summary>Null for ranges: there a place between 0 and 1 says more than an index.</summary>
    private static IReadOnlyList<ParameterValue>? Levels(Domain domain) => domain is IntegerDomain or RealDomain ? null : domain.Enumerate(int.MaxValue);
}
