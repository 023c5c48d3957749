using System.Text.RegularExpressions;

using TuneSearch.Daemon.Options;
using TuneSearch.Deploy.Tests.Repository;

namespace TuneSearch.Deploy.Tests.Options;

public partial class OptionVariablesTests
{
    [Fact]
    public void Variables_OfDeploy_AreOptionsOfTheDaemon()
    {
        var variables = RepositoryFiles.Below("deploy").SelectMany(file => Variable().Matches(RepositoryFiles.Read(file)).Select(match => (file, match.Value))).Distinct().ToArray();

        variables.ShouldNotBeEmpty();
        variables.Where(variable => !IsOption(variable.Value)).ShouldBeEmpty();
    }

    private static bool IsOption(string variable) =>
        variable.Split("__").Skip(1).Aggregate<string, Type?>(typeof(DaemonOptions), (type, part) => type?.GetProperty(part)?.PropertyType) is not null;

    [GeneratedRegex("TuneSearch__[A-Za-z_]+")]
    private static partial Regex Variable();
}
