using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Load;

/// <summary>Translates client parameters, which search spaces may name as Java's clients do, into librdkafka's words.</summary>
public interface IClientSettingNames
{
    /// <param name="scope"><see cref="ParameterScope.Producer"/> or <see cref="ParameterScope.Consumer"/>.</param>
    /// <returns>Null where librdkafka has no such setting.</returns>
    ClientSetting? Translate(ParameterScope scope, string name, ParameterValue value);
}
