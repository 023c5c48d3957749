using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>Which JVM settings a job may search on brokers that TuneSearch starts itself.</summary>
/// <remarks>
/// Kafka's scripts take flags as words of a line, and some flags start programs or read and write files (<c>-XX:OnError=…</c>, <c>-XX:Flags=…</c>). So a name is one word, and a value is
/// a number or a switch: no flag that takes either can do more than make the JVM slow or end it. The collector alone is a text, and it is one word too.
/// </remarks>
internal static class JvmRules
{
    private const string Collector = "gc";
    private const string Remedy = "Remove it from the space; what has to be set so for all trials goes into the distribution's own start scripts.";

    public static IEnumerable<Problem> Check(Parameter parameter)
    {
        var where = $"space.parameters.{parameter.Name}";
        if (!parameter.SettingName.All(char.IsAsciiLetterOrDigit))
        {
            yield return new Problem(where, $"'{parameter.SettingName}' is no name of a JVM flag, which is made of letters and digits", "Write the flag without -XX: and without a value, as MaxGCPauseMillis.");
        }

        foreach (var text in Texts(parameter).Where(text => parameter.SettingName != Collector || text.Length == 0 || !text.All(char.IsAsciiLetterOrDigit)))
        {
            yield return new Problem(where, $"the value '{text}' of {parameter.SettingName} is a text, and flags that take texts can start programs and write files; numbers, true and false are accepted", Remedy);
        }
    }

    private static IEnumerable<string> Texts(Parameter parameter) => parameter.Domain switch
    {
        ListedDomain listed => Texts(listed.Values),
        _ => [],
    };

    private static IEnumerable<string> Texts(IEnumerable<ParameterValue> values) =>
        values.Where(value => value.Kind == ParameterValueKind.Text).Select(value => value.AsText());
}
