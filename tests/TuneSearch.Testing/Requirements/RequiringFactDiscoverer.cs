using Xunit.Abstractions;
using Xunit.Sdk;

namespace TuneSearch.Testing.Requirements;

/// <summary>Finds the tests marked by <see cref="RequiringFactAttribute"/>.</summary>
public sealed class RequiringFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new RequiringTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}
