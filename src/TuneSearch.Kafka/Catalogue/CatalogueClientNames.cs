using System.Globalization;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>Translates client parameters into librdkafka's words by the catalogue: scopes before names go, Java's names and units are converted.</summary>
public sealed class CatalogueClientNames(KafkaCatalogue catalogue) : IClientSettingNames
{
    private static readonly LibrdkafkaSettingNames Rest = new();

    public ClientSetting? Translate(ParameterScope scope, string name, ParameterValue value)
    {
        var setting = new Parameter(name, scope, new BooleanDomain(), value).SettingName;
        if (catalogue.Find(scope, setting) is null
            && catalogue.ClientNames.FirstOrDefault(n => n.Scope == scope && n.Java == setting) is { } java)
        {
            return new ClientSetting(java.Librdkafka, java.FromJava(value.ToString()));
        }

        // Whole settings that a space searches as real numbers (linger.ms takes fractions, the others do not).
        return catalogue.Find(scope, setting) is { Type: SettingType.Integer } && value.Kind == ParameterValueKind.Real
            ? new ClientSetting(setting, Math.Round(value.AsNumber()).ToString(CultureInfo.InvariantCulture))
            : Rest.Translate(scope, setting, value);
    }
}
