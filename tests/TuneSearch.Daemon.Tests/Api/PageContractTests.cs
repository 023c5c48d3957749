using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Tests.Api;

/// <summary>The page's types are written by hand; what they name must be what the daemon writes.</summary>
public sealed partial class PageContractTests
{
    private static readonly string Types = File.ReadAllText(Path.Join(Repository.Root, "src", "TuneSearch.Dashboard", "src", "api", "types.ts"));

    [Theory]
    [InlineData("JobSummary", typeof(JobSummary))]
    [InlineData("Gain", typeof(GainDocument))]
    [InlineData("Change", typeof(ChangeDocument))]
    [InlineData("Answer", typeof(AnswerDocument))]
    [InlineData("Seen", typeof(TelemetryDocument))]
    [InlineData("JobDetail", typeof(JobDetail))]
    [InlineData("TrialRow", typeof(TrialRow))]
    [InlineData("ProgressPoint", typeof(ProgressPoint))]
    [InlineData("Parameter", typeof(ParameterDocument))]
    [InlineData("Problem", typeof(Problem))]
    public void Interface_EveryField_IsWrittenByTheDaemon(string name, Type document)
    {
        var written = document.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Fields(name).Except(written).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("JobStatus", typeof(JobStatus))]
    [InlineData("Verdict", typeof(Verdict))]
    [InlineData("Purpose", typeof(TrialPurpose))]
    [InlineData("UpdateMode", typeof(UpdateMode))]
    public void Union_Members_AreTheEnums(string name, Type values)
    {
        var written = Enum.GetValues(values).Cast<object>().Select(value => JsonSerializer.Serialize(value, values, ApiJson.Options).Trim('"'));

        Members(name).ShouldBe(written, ignoreOrder: true);
    }

    private static IEnumerable<string> Fields(string name)
    {
        var body = Regex.Match(Types, $@"export interface {name} \{{(.*?)\n\}}", RegexOptions.Singleline).Groups[1].Value;
        var fields = Field().Matches(body).Select(match => match.Groups[1].Value).ToArray();
        fields.ShouldNotBeEmpty($"types.ts has no interface {name}.");
        return fields;
    }

    private static IEnumerable<string> Members(string name) =>
        Member().Matches(Regex.Match(Types, $"export type {name} = (.*?);").Groups[1].Value).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^  (\w+)\??:", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex("'(.*?)'")]
    private static partial Regex Member();
}
