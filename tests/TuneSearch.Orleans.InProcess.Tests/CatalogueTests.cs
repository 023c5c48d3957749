using Orleans.Runtime;

namespace Orleans.InProcess.Tests;

public sealed class CatalogueTests
{
    private readonly GrainCatalogue _catalogue = new([typeof(EchoGrain).Assembly]);

    [Fact]
    public void ImplementerOf_AnImplementedInterface_IsItsClassUnderOrleansName() => _catalogue.ImplementerOf(typeof(IEchoGrain)).Name.ShouldBe("echo");

    [Fact]
    public void ImplementerOf_AnInterfaceWithoutClass_SaysWhereToAddIt() =>
        Should.Throw<ArgumentException>(() => _catalogue.ImplementerOf(typeof(INobodysGrain))).Message.ShouldBe(
            "No grain class implements Orleans.InProcess.Tests.CatalogueTests+INobodysGrain. Add the assembly that has one to GrainAssemblies.");

    [Fact]
    public void ImplementerOf_AnInterfaceWithTwoClasses_NamesThem() =>
        Should.Throw<ArgumentException>(() => _catalogue.ImplementerOf(typeof(ITwinGrain))).Message.ShouldBe(
            "Orleans.InProcess.Tests.CatalogueTests+ITwinGrain is implemented by FirstTwinGrain and SecondTwinGrain, but a reference needs one class. Give each its own interface.");

    private interface INobodysGrain : IGrainWithStringKey;

    private interface ITwinGrain : IGrainWithStringKey;

    private sealed class FirstTwinGrain : Grain, ITwinGrain;

    private sealed class SecondTwinGrain : Grain, ITwinGrain;
}
