using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

internal sealed class NameExpression(string name) : Expression
{
    public string Name => name;

    public override IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal) { name };

    public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup) => lookup(name);

    internal override ValueRange Bounds(Func<string, ValueRange> lookup) => lookup(name);
}
