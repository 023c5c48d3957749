using System.Text;

using Microsoft.Extensions.Configuration;

using TuneSearch.Daemon.Options;
using TuneSearch.Grains.Hosting;

namespace TuneSearch.Daemon.Tests.Options;

public sealed class SettingsShapeTests
{
    private readonly SettingsShape _shape = new([new SettingsSection("TuneSearch", typeof(DaemonOptions)), new SettingsSection("Orleans", typeof(GrainOptions), IsShared: true)]);

    [Fact]
    public void Check_TheShippedSettings_Fit() =>
        _shape.Check(new ConfigurationBuilder().AddJsonFile(Path.Join(AppContext.BaseDirectory, "appsettings.json")).Build()).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"TuneSearch": {"Lisen": "x"}}""", "TuneSearch:Lisen: there is no such setting. Did you mean 'Listen'?")]
    [InlineData("""{"TuneSearch": {"Store": {"Knid": "x"}}}""", "TuneSearch:Store:Knid: there is no such setting. Did you mean 'Kind'?")]
    [InlineData("""{"TuneSearch": {"Store": {"Colour": "x"}}}""", "TuneSearch:Store:Colour: there is no such setting. Write one of: Kind, ConnectionString.")]
    [InlineData("""{"TuneSerch": {"Listen": "x"}}""", "TuneSerch: there is no such setting. Did you mean 'TuneSearch'?")]
    [InlineData("""{"TuneSearch": {"JobRoots": "/tmp"}}""", "TuneSearch:JobRoots: '/tmp' is one value, and this is a list. Write [\"/tmp\"], or in the environment TuneSearch__JobRoots__0=/tmp")]
    [InlineData("""{"TuneSearch": {"JobRoots": {"first": "/tmp"}}}""", "TuneSearch:JobRoots: it holds the key 'first', and this is a list. Write [VALUE, VALUE]")]
    [InlineData("""{"TuneSearch": {"JobRoots": [null]}}""", "TuneSearch:JobRoots:0: it is empty. Remove it, and its default holds")]
    [InlineData("""{"TuneSearch": {"AllowedCommands": ["ls"]}}""", "TuneSearch:AllowedCommands:0: 'ls' is one value, and this is a list. Write [\"ls\"], or in the environment TuneSearch__AllowedCommands__0__0=ls")]
    [InlineData("""{"TuneSearch": {"MaxBodyBytes": "many"}}""", "TuneSearch:MaxBodyBytes: 'many' is not a whole number. Write for example 4194304, its default")]
    [InlineData("""{"TuneSearch": {"MaxBodyBytes": 99999999999}}""", "TuneSearch:MaxBodyBytes: '99999999999' is not a whole number. Write for example 4194304, its default")]
    [InlineData("""{"TuneSearch": {"StopTimeout": "5 parsecs"}}""", "TuneSearch:StopTimeout: '5 parsecs' is not a time of the form HOURS:MINUTES:SECONDS. Write for example 00:00:15, its default")]
    [InlineData("""{"TuneSearch": {"Measuring": {"Unsent": "few"}}}""", "TuneSearch:Measuring:Unsent: 'few' is not a number. Write for example 0.001, its default")]
    [InlineData("""{"TuneSearch": {"Listen": ["x"]}}""", "TuneSearch:Listen: this is a list or a group, and one value is wanted. Write a text")]
    [InlineData("""{"TuneSearch": {"Store": "sqlite"}}""", "TuneSearch:Store: 'sqlite' is one value, and this is a group of settings. Write settings of it: Kind, ConnectionString")]
    [InlineData("""{"TuneSearch": {"Store": null}}""", "TuneSearch:Store: it is empty. Remove it, and its default holds")]
    [InlineData("""{"TuneSearch": {"Store": {}}}""", "TuneSearch:Store: it is empty. Remove it, and its default holds")]
    [InlineData("""{"TuneSearch": {"MaxBodyBytes": null}}""", "TuneSearch:MaxBodyBytes: it is empty. Remove it, and its default holds")]
    [InlineData("""{"Orleans": {"Hartbeat": 1}}""", "Orleans:Hartbeat: there is no such setting. Did you mean 'Heartbeat'?")]
    [InlineData("""{"Logging": {"LogLevel": {"Default": "Loud"}}}""", "Logging:LogLevel:Default: 'Loud' is no log level. Write one of: Trace, Debug, Information, Warning, Error, Critical, None.")]
    [InlineData("""{"Logging": {"Console": {"LogLevel": {"Default": "Warnin"}}}}""", "Logging:Console:LogLevel:Default: 'Warnin' is no log level. Did you mean 'Warning'?")]
    public void Check_WhatDoesNotFit_SaysWhereWhatAndTheWayOut(string json, string misfit) => Misfits(json).ShouldBe([misfit]);

    [Theory]
    [InlineData("""{"TuneSearch": {"Token": null, "jobroots": [], "AllowedCommands": [["python3", "a.py"]], "WATCHINTERVAL": "00:00:02"}}""")]
    [InlineData("""{"Orleans": {"Clustering": {"ProviderType": "Redis"}}, "Kestrel": {"Limits": {"MaxRequestBodySize": 1}}, "PATH": "/bin"}""")]
    [InlineData("""{"Logging": {"LogLevel": {"Default": "warning"}}}""")]
    public void Check_WhatFits_IsSilent(string json) => Misfits(json).ShouldBeEmpty();

    [Fact]
    public void Check_SeveralMisfits_AreAllTold() =>
        Misfits("""{"TuneSearch": {"Lisen": "x", "JobRoots": "/tmp", "MaxBodyBytes": "many", "StopTimeout": "5 parsecs"}}""").Select(misfit => misfit.Split(':')[1]).ShouldBe(
            ["JobRoots", "Lisen", "MaxBodyBytes", "StopTimeout"]);

    private IEnumerable<string> Misfits(string json) =>
        _shape.Check(new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build()).Select(misfit => $"{misfit.Key}: {misfit.Message}. {misfit.Remedy}");
}
