using Xunit.Abstractions;
using Xunit.Sdk;

namespace TuneSearch.Testing.Requirements;

/// <summary>A test case that asks its class's requirements whether to skip.</summary>
public sealed class RequiringTestCase : XunitTestCase
{
    /// <summary>For xunit's serializer, which fills it afterwards.</summary>
    [Obsolete("For deserialisation only.")]
    public RequiringTestCase()
    {
    }

    public RequiringTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute)
        ?? TestMethod.TestClass.Class.ToRuntimeType().GetCustomAttributes(typeof(RequirementAttribute), inherit: true)
            .Cast<RequirementAttribute>().Select(requirement => requirement.Missing).FirstOrDefault(missing => missing is not null);
}
