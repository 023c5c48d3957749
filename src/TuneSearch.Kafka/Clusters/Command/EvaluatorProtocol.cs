using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Kafka.Clusters.Command;

/// <summary>The lines that go to the evaluator and come back.</summary>
internal static class EvaluatorProtocol
{
    private const int QuotedCharacters = 200;

    public static string Question(EpisodeRun run) => new JsonObject
    {
        ["op"] = "measure",
        ["trial"] = run.Trial,
        ["configuration"] = JsonSerializer.SerializeToNode(run.Configuration),
        ["episode"] = new JsonObject
        {
            ["seed"] = run.Episode.Seed,
            ["mixture"] = new JsonObject(run.Episode.Weights.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            ["heldOut"] = run.Episode.HeldOut,
        },
    }.ToJsonString();

    /// <summary>What the answer says; one that cannot be read is a fault that quotes it.</summary>
    public static EvaluatorAnswer Read(string line)
    {
        JsonElement answer;
        try
        {
            answer = JsonDocument.Parse(line).RootElement;
        }
        catch (JsonException)
        {
            return Garbage("is not JSON", line);
        }

        if (answer.ValueKind != JsonValueKind.Object)
        {
            return Garbage("is not a JSON object", line);
        }

        if (answer.TryGetProperty("infeasible", out var infeasible))
        {
            return new EvaluatorAnswer(new Infeasible(infeasible.ToString()));
        }

        if (answer.TryGetProperty("error", out var error))
        {
            return new EvaluatorAnswer(new Faulted($"The evaluator reports: {error}"));
        }

        if (!answer.TryGetProperty("metrics", out var metrics) || Numbers(metrics) is not { } whole)
        {
            return Garbage("has no \"metrics\" object of finite numbers, no \"infeasible\" and no \"error\"", line);
        }

        var profiles = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, double>>(StringComparer.Ordinal);
        if (answer.TryGetProperty("profiles", out var byProfile) && byProfile.ValueKind == JsonValueKind.Object)
        {
            foreach (var profile in byProfile.EnumerateObject())
            {
                if (Numbers(profile.Value) is not { } own)
                {
                    return Garbage($"has a profile \"{profile.Name}\" that is not an object of finite numbers", line);
                }

                profiles[profile.Name] = own;
            }
        }

        return new EvaluatorAnswer(new Measured([new Measurement { Metrics = whole, Profiles = profiles.ToImmutable() }]));
    }

    private static ImmutableSortedDictionary<string, double>? Numbers(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var numbers = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetDouble(out var number) || !double.IsFinite(number))
            {
                return null;
            }

            numbers[property.Name] = number;
        }

        return numbers.ToImmutable();
    }

    private static EvaluatorAnswer Garbage(string what, string line) =>
        new(new Faulted($"The evaluator's answer {what}: {(line.Length > QuotedCharacters ? line[..QuotedCharacters] + "…" : line)}"), InStep: false);
}
