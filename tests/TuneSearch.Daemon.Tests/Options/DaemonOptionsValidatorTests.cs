using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.PackageSets;

namespace TuneSearch.Daemon.Tests.Options;

public sealed class DaemonOptionsValidatorTests
{
    private readonly DaemonOptionsValidator _validator = new(PackageSet.Stores);

    [Fact]
    public void Validate_Defaults_AreValid() => Failures(new DaemonOptions()).ShouldBeEmpty();

    [Fact]
    public void Validate_OpenAddressWithoutToken_IsRefused() =>
        Failures(new DaemonOptions { Listen = "http://0.0.0.0:7310" }).ShouldBe(
            ["TuneSearch:Listen: 'http://0.0.0.0:7310' can be reached from other machines, which needs a bearer token. Set TuneSearch:TokenFile to a file with a token, or listen on 127.0.0.1"]);

    [Fact]
    public void Validate_OpenAddressWithToken_IsValid() =>
        Failures(new DaemonOptions { Listen = "http://0.0.0.0:7310", Token = "0123456789abcdef" }).ShouldBeEmpty();

    [Fact]
    public void Validate_ShortToken_IsRefused() =>
        Failures(new DaemonOptions { Token = "secret" }).ShouldBe(
            ["TuneSearch:Token: the token has to be at least 16 printable characters without spaces. Take for example the output of: openssl rand -hex 32"]);

    [Fact]
    public void Validate_UnknownStore_NamesTheKnown() =>
        Failures(new DaemonOptions { Store = new StoreOptions { Kind = "mongo" } }).ShouldBe(
            [$"TuneSearch:Store:Kind: 'mongo' is not a store of this build; known are {string.Join(", ", PackageSet.Stores.Names)}. Take one of these, or leave it empty"]);

    [Fact]
    public void Validate_PostgresWithoutConnection_IsRefused() =>
        Failures(new DaemonOptions { Store = new StoreOptions { Kind = "postgres" } }).ShouldBe(
            ["TuneSearch:Store:ConnectionString: the store 'postgres' needs one. Write for example Host=127.0.0.1;Database=tunesearch;Username=tunesearch"]);

    [Fact]
    public void Validate_SeveralProblems_AreAllTold()
    {
        var failures = Failures(new DaemonOptions
        {
            Listen = "somewhere",
            DataDirectory = " ",
            JobRoots = ["/no/such/folder"],
            AllowedCommands = [[]],
            AllowedSysctls = ["vm.swappiness", "rm -rf"],
            AllowedVariables = ["KAFKA_PASSWORD", "KAFKA_*", "*", "${KAFKA_PASSWORD}"],
            WatchInterval = TimeSpan.Zero,
            StopTimeout = TimeSpan.FromHours(1),
            MaxBodyBytes = 1,
        });

        failures.Select(failure => failure.Split(':')[1]).ShouldBe(
            ["Listen", "DataDirectory", "JobRoots", "AllowedCommands", "AllowedSysctls", "AllowedVariables", "WatchInterval", "StopTimeout", "MaxBodyBytes"]);
    }

    private IEnumerable<string> Failures(DaemonOptions options) => _validator.Validate(null, options).Failures ?? [];
}
