using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Search spaces for synthetic systems.</summary>
internal static class Spaces
{
    /// <summary>Parameters p0, p1, … as a Kafka space has them: real, integer on a log scale, and categorical in turn.</summary>
    public static SearchSpace Mixed(int parameters) => new("synthetic", Enumerable.Range(0, parameters).Select(Parameter));

    /// <summary>Where a value lies between the baseline's (0) and the other end (1).</summary>
    public static double Moved(Configuration configuration, SearchSpace space, int parameter)
    {
        var named = space.Parameters[parameter];
        var unit = named.Domain.ToUnit(configuration[named.Name]);
        return parameter % 3 == 2 ? (configuration[named.Name].Equals(named.Default) ? 0 : 1) : unit;
    }

    private static Parameter Parameter(int index) => (index % 3) switch
    {
        0 => new Parameter($"p{index}", ParameterScope.Custom, new RealDomain(0, 100), ParameterValue.Real(0)),
        1 => new Parameter($"p{index}", ParameterScope.Custom, new IntegerDomain(1, 1024, Scale.Log), ParameterValue.Integer(1)),
        _ => new Parameter(
            $"p{index}",
            ParameterScope.Custom,
            new CategoricalDomain(ValueList.From([ParameterValue.Text("none"), ParameterValue.Text("lz4"), ParameterValue.Text("zstd")])),
            ParameterValue.Text("none")),
    };
}
