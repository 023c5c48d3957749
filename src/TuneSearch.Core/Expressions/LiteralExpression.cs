using System.Collections.Frozen;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Expressions;

internal sealed class LiteralExpression(ParameterValue value) : Expression
{
    public override IReadOnlySet<string> Names => FrozenSet<string>.Empty;

    public ParameterValue Value => value;

    public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup) => value;

    internal override ValueRange Bounds(Func<string, ValueRange> lookup) => ValueRange.Of(value);
}
