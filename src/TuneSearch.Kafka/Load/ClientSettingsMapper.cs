using System.Collections.Immutable;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Load;

/// <summary>Takes from a configuration what concerns the clients of the load.</summary>
public sealed class ClientSettingsMapper(IClientSettingNames names)
{
    /// <summary>The parameters of topic scope that set how many partitions each topic has.</summary>
    public static readonly ImmutableArray<string> PartitionParameters = ["partitions", "num.partitions"];

    public ClientSettings Map(SearchSpace space, Configuration configuration)
    {
        var settings = ClientSettings.Defaults;
        foreach (var (name, value) in configuration.Values)
        {
            if (space.Find(name) is not { } parameter)
            {
                continue;
            }

            switch (parameter.Scope)
            {
                case ParameterScope.Producer when names.Translate(parameter.Scope, parameter.SettingName, value) is { } setting:
                    settings = settings with { Producer = settings.Producer.SetItem(setting.Name, setting.Value) };
                    break;
                case ParameterScope.Consumer when names.Translate(parameter.Scope, parameter.SettingName, value) is { } setting:
                    settings = settings with { Consumer = settings.Consumer.SetItem(setting.Name, setting.Value) };
                    break;
                case ParameterScope.Topic when PartitionParameters.Contains(parameter.SettingName) && value.IsNumber:
                    settings = settings with { Partitions = (int)value.AsNumber() };
                    break;
            }
        }

        return settings;
    }
}
