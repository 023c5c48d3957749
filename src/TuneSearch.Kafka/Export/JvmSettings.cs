using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Export;

/// <summary>The JVM settings of the whole configuration: flags are given all together or not at all. Pure.</summary>
internal static class JvmSettings
{
    public static IReadOnlyDictionary<string, string> Of(Answer answer) =>
        answer.Job.Space.Parameters
            .Where(p => p.Scope == ParameterScope.Jvm && answer.Whole.TryGet(p.Name, out _))
            .ToDictionary(p => p.SettingName, p => answer.Whole[p.Name].ToString(), StringComparer.Ordinal);
}
