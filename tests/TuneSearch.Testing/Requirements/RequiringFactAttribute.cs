using Xunit;
using Xunit.Sdk;

namespace TuneSearch.Testing.Requirements;

/// <summary>A fact that is skipped where a <see cref="RequirementAttribute"/> of its class is not met; conformance suites use it, whose subclasses differ in their needs.</summary>
[XunitTestCaseDiscoverer("TuneSearch.Testing.Requirements.RequiringFactDiscoverer", "TuneSearch.Testing")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiringFactAttribute : FactAttribute;
