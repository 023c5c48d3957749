using TuneSearch.Core.Expressions;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>A made-up system on a mixed space: every kind of domain, conditions, a constraint, main effects of different shapes, interactions, bottlenecks.</summary>
/// <remarks>About a third of the parameters matter, as on real systems. The cost is positive, like a latency.</remarks>
public sealed class SyntheticSystem
{
    private const int DrawsForReference = 4000;
    private readonly Func<Configuration, double>[] _effects;
    private readonly (int Left, int Right, double Strength)[] _interactions;

    public SyntheticSystem(int parameters, ulong seed)
    {
        Space = MakeSpace(parameters);
        var random = CounterRandom.For(seed, "synthetic system");
        var order = Enumerable.Range(0, parameters).ToArray();
        random.Shuffle(order.AsSpan());
        var relevant = order.Take(Math.Max(3, parameters / 3)).ToArray();
        _effects = [.. relevant.Select(i => Effect(Space.Parameters[i], ref random))];
        _interactions = [.. Enumerable.Range(1, relevant.Length - 1).Select(i => (i - 1, i, 2 * random.NextDouble()))];
        var costs = Enumerable.Range(0, DrawsForReference).Select(_ => Cost(Draw(ref random))).Order().ToArray();
        (Best, Median) = (costs[0], costs[costs.Length / 2]);
    }

    public SearchSpace Space { get; }

    /// <summary>The lowest cost of 4,000 random configurations: 0 on the scale of <see cref="Gap"/>.</summary>
    private double Best { get; }

    private double Median { get; }

    public double Cost(Configuration configuration)
    {
        var parts = _effects.Select(effect => effect(configuration)).ToArray();
        var sum = parts.Sum() + _interactions.Sum(pair => pair.Strength * parts[pair.Left] * parts[pair.Right]);
        return 1 + sum + (2 * parts.Max());
    }

    /// <summary>0 is as good as the best of 4,000 random draws, 100 as the median; below 0 is better than all those draws.</summary>
    public double Gap(Configuration configuration) => 100 * (Cost(configuration) - Best) / (Median - Best);

    private static Func<Configuration, double> Effect(Parameter parameter, ref CounterRandom random)
    {
        var place = random.NextDouble();
        var shape = random.NextInt32(3);
        var levels = Enumerable.Range(0, 16).Select(_ => 0.0).ToArray();
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = random.NextDouble();
        }

        return configuration =>
        {
            if (!configuration.TryGet(parameter.Name, out var value))
            {
                return 0.5;
            }

            var unit = parameter.Domain.ToUnit(value);
            return !parameter.Domain.IsOrdered ? levels[(int)(unit * 7.99)]
                : shape == 0 ? Math.Min(1, 2 * Math.Abs(unit - place))
                : shape == 1 ? Math.Abs((place > 0.5 ? 1 : 0) - unit)
                : Math.Min(1, 4 * (unit - place) * (unit - place)) + (0.1 * levels[(int)(unit * 15.99)]);
        };
    }

    private static SearchSpace MakeSpace(int count)
    {
        var parameters = new List<Parameter>();
        for (var i = 0; i < count; i++)
        {
            parameters.Add((i % 6) switch
            {
                0 => new Parameter($"real{i}", ParameterScope.Custom, new RealDomain(0, 100), ParameterValue.Real(50)),
                1 => new Parameter($"size{i}", ParameterScope.Custom, new IntegerDomain(1024, 1048576, Scale.Log), ParameterValue.Integer(16384)),
                2 => new Parameter($"codec{i}", ParameterScope.Custom, new CategoricalDomain(Texts("none", "lz4", "zstd", "gzip")), ParameterValue.Text("none")),
                3 => new Parameter($"level{i}", ParameterScope.Custom, new IntegerDomain(1, 12), ParameterValue.Integer(6)) { ActiveWhen = Condition($"codec{i - 1} == zstd", parameters) },
                4 => new Parameter($"pool{i}", ParameterScope.Custom, new OrdinalDomain([.. Enumerable.Range(0, 6).Select(k => ParameterValue.Integer(1 << k))]), ParameterValue.Integer(4)),
                _ => new Parameter($"flag{i}", ParameterScope.Custom, new BooleanDomain(), ParameterValue.Boolean(false)),
            });
        }

        return new SearchSpace("synthetic", parameters, [Constraint("real0 <= 60 || size1 >= 4096", parameters)]);
    }

    private static ValueList Texts(params string[] texts) => ValueList.From(texts.Select(ParameterValue.Text));

    private static Condition Condition(string text, List<Parameter> known) => new(text, Parsed(text, known));

    private static Constraint Constraint(string text, List<Parameter> known) => new(text, Parsed(text, known));

    private static Expression Parsed(string text, List<Parameter> known) =>
        ExpressionParser.Parse(text, new ExpressionScope(known.Select(p => Symbol.Of(p.Name, p.Domain, p.Unit))), ExpressionType.Boolean) is { IsValid: true } parsed
            ? parsed.Expression
            : throw new InvalidOperationException($"The benchmark's own expression '{text}' does not parse; correct it.");

    private Configuration Draw(ref CounterRandom random)
    {
        while (true)
        {
            var units = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var parameter in Space.Parameters)
            {
                units[parameter.Name] = random.NextDouble();
            }

            var drawn = Space.Activate(name => Space.Find(name)!.Domain.FromUnit(units[name]));
            if (Space.FirstBroken(drawn) is null)
            {
                return drawn;
            }
        }
    }
}
