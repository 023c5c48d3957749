using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.Security;

namespace TuneSearch.Daemon.Tests.Security;

/// <summary><c>sasl.username: ${TuneSearch__Token}</c> would hand the daemon's token to a server of the caller's own.</summary>
public sealed class VariablePolicyTests
{
    [Theory]
    [InlineData("TuneSearch__Token")]
    [InlineData("tunesearch__store__connectionstring")]
    [InlineData("TUNESEARCH_TOKEN")]
    [InlineData("Orleans__Redis")]
    public void Check_VariableOfTheDaemonsOwn_IsRefusedWhateverIsAllowed(string variable)
    {
        string[] refusal = [$"cluster.client.sasl.username: the environment variable {variable} is the daemon's own, and no job may read it. Keep the cluster's credentials in a variable of another name"];

        Check($"x${{{variable}}}").ShouldBe(refusal);
        Check($"x${{{variable}}}", "*").ShouldBe(refusal);
    }

    [Fact]
    public void Check_NothingNamedInTheSettings_AnyOtherIsAllowed() => Check("${KAFKA_PASSWORD}").ShouldBeEmpty();

    [Fact]
    public void Check_NameOrBeginningInTheSettings_IsAllowed() => Check("${KAFKA_USER}:${PASSWORD}", "PASSWORD", "KAFKA_*").ShouldBeEmpty();

    [Fact]
    public void Check_VariablesThatTheSettingsDoNotName_AreEachRefused() => Check("${AWS_SECRET_ACCESS_KEY}${PASSWORDS}", "PASSWORD", "KAFKA_*").ShouldBe(
    [
        "cluster.client.sasl.username: the daemon's settings do not let jobs read the environment variable AWS_SECRET_ACCESS_KEY. Add \"AWS_SECRET_ACCESS_KEY\" to TuneSearch:AllowedVariables and start the daemon again, or write the value itself",
        "cluster.client.sasl.username: the daemon's settings do not let jobs read the environment variable PASSWORDS. Add \"PASSWORDS\" to TuneSearch:AllowedVariables and start the daemon again, or write the value itself",
    ]);

    private static IEnumerable<string> Check(string value, params string[] allowed)
    {
        var job = new JobSpec(
            "test", 1, new SearchSpace("test", []), new RemoteClusterSpec { Client = ImmutableSortedDictionary<string, string>.Empty.Add("sasl.username", value) },
            new ObjectiveSpec(Goal.Maximize, "throughput", ExpressionParser.Parse("throughput", new ExpressionScope([], "metric", isOpen: true)).Expression!));
        return new VariablePolicy(Microsoft.Extensions.Options.Options.Create(new DaemonOptions { AllowedVariables = allowed }))
            .Check(job).Select(problem => problem.ToString());
    }
}
