using TuneSearch.Core.Expressions;
using TuneSearch.Core.Quantities;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Expressions;

/// <summary>The names that expressions in these tests may read.</summary>
internal static class Names
{
    public static readonly ExpressionScope Scope = new(
    [
        new Symbol("a", ExpressionType.Number),
        new Symbol("b", ExpressionType.Number),
        new Symbol("a-b", ExpressionType.Number),
        new Symbol("linger.ms", ExpressionType.Number, Of("ms")),
        new Symbol("batch.bytes", ExpressionType.Number, Of("bytes")),
        new Symbol("timeout.s", ExpressionType.Number, Of("s")),
        new Symbol("odd name", ExpressionType.Number),
        new Symbol("codec", ExpressionType.Text, null, [ParameterValue.Text("none"), ParameterValue.Text("zstd"), ParameterValue.Text("read-only")]),
        new Symbol("on", ExpressionType.Boolean),
    ]);

    private static Unit Of(string name) => Unit.TryFind(name, out var unit) ? unit : throw new ArgumentException(name);
}
