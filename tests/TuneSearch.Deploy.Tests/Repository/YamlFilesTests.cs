namespace TuneSearch.Deploy.Tests.Repository;

public class YamlFilesTests
{
    public static TheoryData<string> Files => [.. RepositoryFiles.Below("deploy", "*.yaml")];

    [Theory, MemberData(nameof(Files))]
    public void Read_FileOfDeploy_IsOneMapping(string file) => Yaml.Read(file).Children.ShouldNotBeEmpty();
}
