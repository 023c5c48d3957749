using TuneSearch.Core.Expressions;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Annealing;

/// <summary>Spaces that the tests of the searchers share.</summary>
internal static class SearchSpaces
{
    public static SearchSpace Ordinals(params int[] levels) => new("ordinals", levels.Select((count, i) => Ordinal($"p{i}", count)));

    /// <summary>Every kind of domain, a condition and a constraint.</summary>
    public static SearchSpace Mixed() => new(
        "mixed",
        [
            new Parameter("linger", ParameterScope.Producer, new RealDomain(0, 100), ParameterValue.Real(5)),
            new Parameter("batch", ParameterScope.Producer, new IntegerDomain(8192, 1048576, Scale.Log), ParameterValue.Integer(16384)),
            new Parameter("threads", ParameterScope.Broker, new IntegerDomain(1, 16), ParameterValue.Integer(3)) { UpdateMode = UpdateMode.Restart },
            new Parameter("codec", ParameterScope.Producer, new CategoricalDomain([ParameterValue.Text("none"), ParameterValue.Text("lz4"), ParameterValue.Text("zstd")]), ParameterValue.Text("none")),
            new Parameter("level", ParameterScope.Producer, new IntegerDomain(1, 12), ParameterValue.Integer(3)) { ActiveWhen = new Condition("codec is zstd", new Law(v => v("codec") is { } codec ? codec.AsText() == "zstd" : null, "codec")) },
            new Parameter("idempotent", ParameterScope.Producer, new BooleanDomain(), ParameterValue.Boolean(true)),
            new Parameter("buffer", ParameterScope.Broker, new IntegerDomain(1, 1000, Scale.Log, 1, [ParameterValue.Integer(-1)]), ParameterValue.Integer(-1)),
        ],
        [new Constraint("linger <= 6 * threads", new Law(v => v("linger")!.Value.AsNumber() <= 6 * v("threads")!.Value.AsNumber(), "linger", "threads"))]);

    private static Parameter Ordinal(string name, int levels)
    {
        var values = ValueList.From(Enumerable.Range(1, levels).Select(i => ParameterValue.Integer(i)));
        return new Parameter(name, ParameterScope.Custom, new OrdinalDomain(values), values[(levels - 1) / 2]);
    }

    private sealed class Law(Func<Func<string, ParameterValue?>, bool?> holds, params string[] names) : Expression
    {
        public override IReadOnlySet<string> Names { get; } = names.ToHashSet(StringComparer.Ordinal);

        public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup) => holds(lookup) is { } result ? ParameterValue.Boolean(result) : null;

        internal override ValueRange Bounds(Func<string, ValueRange> lookup) => ValueRange.Anything;
    }
}
