using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>One setting as one Kafka version has it.</summary>
public sealed record KafkaSetting(ParameterScope Scope, string Name, SettingType Type, ParameterValue Default, HardLimits Limits, UpdateMode UpdateMode)
{
    /// <summary>The suggested values; null where the setting is not worth searching.</summary>
    public Domain? Search { get; init; }

    /// <summary>Whether the ladder law holds: one dynamic change at most doubles and at least halves it.</summary>
    public bool IsPool { get; init; }

    /// <summary>Whether it decides what survives a failure; such settings keep their value unless the job allows otherwise.</summary>
    public bool IsDurability { get; init; }

    /// <summary>Why it is not searched; null where it is.</summary>
    public string? FrozenBecause { get; init; }

    /// <summary>When it has any effect, as a condition of a search space; null for always.</summary>
    public string? When { get; init; }

    /// <summary>The broker setting that a topic without a value of its own takes it from.</summary>
    public string? BrokerSynonym { get; init; }

    public string Unit { get; init; } = string.Empty;

    public string Meaning { get; init; } = string.Empty;

    public string Source { get; init; } = string.Empty;

    /// <summary>The version that brought it.</summary>
    public KafkaVersion Since { get; init; } = KafkaVersion.Oldest;

    public bool IsFrozen => Search is null || IsDurability || FrozenBecause is not null;
}
