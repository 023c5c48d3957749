using TuneSearch.Core.Expressions;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Jobs;

/// <summary>The expression that is one name, or one number.</summary>
internal sealed class NameExpression(string? name, double number = 0) : Expression
{
    public override IReadOnlySet<string> Names { get; } = name is null ? new HashSet<string>() : new HashSet<string> { name };

    public static NameExpression Of(string name) => new(name);

    public static NameExpression Of(double number) => new(null, number);

    public override ParameterValue? Evaluate(Func<string, ParameterValue?> lookup) => name is null ? ParameterValue.Real(number) : lookup(name);
}
