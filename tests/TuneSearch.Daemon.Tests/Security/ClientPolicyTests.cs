using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.Security;

namespace TuneSearch.Daemon.Tests.Security;

/// <summary>What librdkafka does with these settings it does in the daemon: <c>plugin.library.paths</c> of a job ran the code of a file that the job named.</summary>
public sealed class ClientPolicyTests
{
    private static readonly ImmutableSortedDictionary<string, string> Connection = ImmutableSortedDictionary<string, string>.Empty.Add("security.protocol", "SASL_SSL");

    [Theory]
    [InlineData("plugin.library.paths")]
    [InlineData("ssl.engine.location")]
    [InlineData("ssl.providers")]
    [InlineData("sasl.kerberos.kinit.cmd")]
    public void Check_ConnectionThatLoadsOrStarts_IsRefused(string setting) => Check(new RemoteClusterSpec { Client = Connection.Add(setting, "/tmp/any.so") }).ShouldBe(
    [
        $"cluster.client.{setting}: the setting has the client load a library or start a program, and the daemon's settings do not allow that. Remove it, or use: tunesearch run",
    ]);

    [Theory]
    [InlineData("plugin.library.paths", ParameterScope.Producer)]
    [InlineData("consumer.plugin.library.paths", ParameterScope.Consumer)]
    public void Check_ParameterThatLoads_IsRefused(string name, ParameterScope scope) =>
        Check(new EmbeddedClusterSpec(), [Parameter(name, scope)]).ShouldHaveSingleItem().ShouldStartWith($"space.parameters.{name}: ");

    [Fact]
    public void Check_WhatConnectsOnly_IsNoProblem() => Check(new RemoteClusterSpec { Client = Connection }, [Parameter("compression.type", ParameterScope.Producer)]).ShouldBeEmpty();

    /// <summary>Clients of the user's own evaluator are not this process's.</summary>
    [Fact]
    public void Check_ParameterOfAnEvaluator_IsNoProblem() => Check(new CommandClusterSpec(), [Parameter("plugin.library.paths", ParameterScope.Producer)]).ShouldBeEmpty();

    [Fact]
    public void Check_EverythingAllowed_IsNoProblem() =>
        Check(new RemoteClusterSpec { Client = Connection.Add("plugin.library.paths", "/tmp/any.so") }, allowed: "*").ShouldBeEmpty();

    private static Parameter Parameter(string name, ParameterScope scope) =>
        new(name, scope, new CategoricalDomain([ParameterValue.Text("/tmp/any.so"), ParameterValue.Text("none")]), ParameterValue.Text("none"));

    private static IEnumerable<string> Check(ClusterSpec cluster, ImmutableArray<Parameter>? parameters = null, string allowed = "python3")
    {
        var job = new JobSpec(
            "test", 1, new SearchSpace("test", parameters ?? []), cluster,
            new ObjectiveSpec(Goal.Maximize, "throughput", ExpressionParser.Parse("throughput", new ExpressionScope([], "metric", isOpen: true)).Expression!));
        return new ClientPolicy(Microsoft.Extensions.Options.Options.Create(new DaemonOptions { AllowedCommands = [[allowed]] }))
            .Check(job).Select(problem => problem.ToString());
    }
}
