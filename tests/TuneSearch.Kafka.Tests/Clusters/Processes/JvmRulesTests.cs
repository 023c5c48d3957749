using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

public sealed class JvmRulesTests
{
    [Fact]
    public void Check_NumbersSwitchesAndTheCollector_AreAccepted()
    {
        Parameter[] accepted =
        [
            new("heap", ParameterScope.Jvm, new IntegerDomain(512, 4096), ParameterValue.Integer(1024)),
            new("gc", ParameterScope.Jvm, new CategoricalDomain([ParameterValue.Text("G1"), ParameterValue.Text("ZGC")]), ParameterValue.Text("ZGC")),
            new("UseStringDeduplication", ParameterScope.Jvm, new BooleanDomain(), ParameterValue.Boolean(false)),
            new("ParallelGCThreads", ParameterScope.Jvm, new OrdinalDomain([ParameterValue.Integer(0), ParameterValue.Integer(2)]), ParameterValue.Integer(0)),
        ];

        accepted.SelectMany(JvmRules.Check).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("OnOutOfMemoryError", "touch")]
    [InlineData("MaxGCPauseMillis", "20 -javaagent:/tmp/any.jar")]
    [InlineData("gc", "G1GC -XX:OnError=ls -XX:+UseParallel")]
    public void Check_ATextThatCouldBeMoreThanAValue_IsRefused(string name, string text)
    {
        var domain = new CategoricalDomain([ParameterValue.Integer(1), ParameterValue.Text(text)]);

        var problem = JvmRules.Check(new Parameter(name, ParameterScope.Jvm, domain, ParameterValue.Integer(1))).ShouldHaveSingleItem();

        problem.ToString().ShouldBe(
            $"space.parameters.{name}: the value '{text}' of {name} is a text, and flags that take texts can start programs and write files; numbers, true and false are accepted. "
            + "Remove it from the space; what has to be set so for all trials goes into the distribution's own start scripts.");
    }

    [Fact]
    public void Check_ANameOfSeveralWords_IsRefused() =>
        JvmRules.Check(new Parameter("MaxGCPauseMillis=1 -XX:Flags", ParameterScope.Jvm, new IntegerDomain(0, 1), ParameterValue.Integer(1))).ShouldHaveSingleItem().ToString().ShouldBe(
            "space.parameters.MaxGCPauseMillis=1 -XX:Flags: 'MaxGCPauseMillis=1 -XX:Flags' is no name of a JVM flag, which is made of letters and digits. "
            + "Write the flag without -XX: and without a value, as MaxGCPauseMillis.");
}
