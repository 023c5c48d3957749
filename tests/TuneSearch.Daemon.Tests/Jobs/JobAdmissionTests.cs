using System.Collections.Immutable;
using NSubstitute;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Security;
using TuneSearch.Daemon.Tests.Fakes;
using TuneSearch.Files.Jobs;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Daemon.Tests.Jobs;

public sealed class JobAdmissionTests
{
    private readonly IClusterDriver _driver = Substitute.For<IClusterDriver>();

    public JobAdmissionTests()
    {
        _driver.Name.Returns("simulated");
        _driver.Check(Arg.Any<JobSpec>()).Returns([new Problem("cluster", "the driver cannot do it", "Take another")]);
    }

    /// <summary>The embedded driver builds clients to see whether they take the job's settings, and one of those loads a library.</summary>
    [Fact]
    public void Admit_WhatSettingsRefuse_IsNotTriedOutByTheDriver()
    {
        Should.Throw<InvalidInputException>(() => Admission(new Problem("job.yaml", "the daemon's settings do not allow it", "Remove it")).Admit(Bundles.Simulated()))
            .Problems.ShouldHaveSingleItem().Message.ShouldBe("the daemon's settings do not allow it");

        _driver.DidNotReceive().Check(Arg.Any<JobSpec>());
    }

    [Fact]
    public void Admit_WhatTheDriverCannotDo_IsRefused() =>
        Should.Throw<InvalidInputException>(() => Admission().Admit(Bundles.Simulated())).Problems.ShouldHaveSingleItem().Message.ShouldBe("the driver cannot do it");

    private JobAdmission Admission(params ImmutableArray<Problem> refused) => new(new JobLoader(new KafkaParameterCatalogue()), [_driver], [new Refusing(refused)]);

    private sealed class Refusing(ImmutableArray<Problem> problems) : IJobPolicy
    {
        public IEnumerable<Problem> Check(JobSpec job) => problems;
    }
}
