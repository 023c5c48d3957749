namespace TuneSearch.Core.Spaces;

/// <summary>Where a parameter takes effect.</summary>
public enum ParameterScope
{
    Broker,
    Topic,
    Producer,
    Consumer,
    Jvm,
    Os,
    Infra,

    /// <summary>Meaningful only to the user's own evaluator.</summary>
    Custom,
}
