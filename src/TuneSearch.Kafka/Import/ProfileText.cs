using System.Globalization;
using System.Text;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Kafka.Import;

/// <summary>Writes an imported workload as a profile file. Pure.</summary>
public static class ProfileText
{
    public static string Write(ImportedWorkload imported)
    {
        var profile = imported.Profile;
        var text = new StringBuilder();
        text.Append("apiVersion: tunesearch/v1\nkind: Profile\n");
        Line(text, "name", profile.Name);
        Line(text, "description", YamlText.Quote(profile.Description));
        Line(text, "arrivals", profile.Arrivals is ConstantArrivals constant ? $"{{ process: constant, rate: {Number(constant.Rate)} }}" : "{ process: closed }");
        Line(text, "messageSize", $"{{ distribution: fixed, bytes: {((FixedSize)profile.MessageSize).Bytes.ToString(CultureInfo.InvariantCulture)} }}");
        Line(text, "payloadEntropy", Number(profile.PayloadEntropy));
        Line(text, "keys", profile.Keys is UniformKeys uniform ? $"{{ distribution: uniform, distinct: {uniform.Distinct.ToString(CultureInfo.InvariantCulture)} }}" : "{ distribution: none }");
        Line(text, "topics", Number(profile.Topics));
        Line(text, "partitionsPerTopic", Number(profile.PartitionsPerTopic));
        Line(text, "producers", Number(profile.Producers));
        Line(text, "consumerGroups", Number(profile.ConsumerGroups));
        Line(text, "consumersPerGroup", Number(profile.ConsumersPerGroup));
        Line(text, "acks", profile.Acks.ToString().ToLowerInvariant());
        Comments(text, "Client settings of the driver file, for the baseline of a job:", imported.Client.Select(s => $"{s.Key}: {s.Value}"));
        Comments(text, "Not carried over:", imported.NotCarried);
        return text.ToString();
    }

    private static void Line(StringBuilder text, string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static void Comments(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append("# ").Append(title).Append('\n');
        all.ForEach(line => text.Append("#   ").Append(line.ReplaceLineEndings(" ")).Append('\n'));
    }
}
