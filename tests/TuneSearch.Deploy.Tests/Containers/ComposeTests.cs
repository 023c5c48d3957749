using TuneSearch.Deploy.Tests.Repository;

using YamlDotNet.RepresentationModel;

namespace TuneSearch.Deploy.Tests.Containers;

public class ComposeTests
{
    private const string Folder = "deploy/compose";

    private static readonly YamlMappingNode Compose = Yaml.Read($"{Folder}/compose.yaml");

    private static IEnumerable<YamlNode> Services => Compose.Entries("services").Values;

    [Fact]
    public void Services_Images_ArePinned() => Services.Select(service => service.Text("image")).ShouldAllBe(image => ImageName.IsPinned(image));

    [Fact]
    public void Services_Ports_AreOfLoopbackOnly() =>
        Services.SelectMany(service => service.Texts("ports")).ShouldAllBe(port => port.StartsWith("127.0.0.1:", StringComparison.Ordinal));

    [Fact]
    public void Services_FilesThatTheyMount_Exist() =>
        Services.SelectMany(service => service.Texts("volumes")).Where(volume => volume.StartsWith('.')).Select(volume => volume.Split(':')[0])
            .ShouldAllBe(path => Directory.Exists(Path.GetFullPath(RepositoryFiles.PathOf($"{Folder}/{path}"))));

    [Fact]
    public void Services_NamedVolumesAndSecrets_AreDeclared()
    {
        Services.SelectMany(service => service.Texts("volumes")).Where(volume => !volume.StartsWith('.')).Select(volume => volume.Split(':')[0])
            .ShouldBe(Compose.Entries("volumes").Keys, ignoreOrder: true);
        Services.SelectMany(service => service.Texts("secrets")).Distinct().ShouldBe(Compose.Entries("secrets").Keys, ignoreOrder: true);
    }

    [Fact]
    public void TuneSearch_Build_IsTheDockerfileOfDeploy()
    {
        var build = Compose.At("services.tunesearch.build");
        var context = Path.GetFullPath(RepositoryFiles.PathOf($"{Folder}/{build.Text("context")}"));

        context.ShouldBe(RepositoryFiles.Root);
        File.Exists(Path.Join(context, build.Text("dockerfile"))).ShouldBeTrue();
    }

    /// <summary>The token is one secret: what the image reads, what compose mounts and what Prometheus sends.</summary>
    [Fact]
    public void Token_OfImageComposeAndScrape_IsTheSameFile()
    {
        const string token = "/run/secrets/tunesearch-token";

        RepositoryFiles.Read("deploy/docker/Dockerfile").ShouldContain($"TuneSearch__TokenFile={token}");
        Compose.Texts("services.tunesearch.secrets").ShouldContain("tunesearch-token");
        Compose.Texts("services.prometheus.secrets").ShouldContain("tunesearch-token");
        Yaml.Read("deploy/prometheus/prometheus.yaml").Text("scrape_configs.0.authorization.credentials_file").ShouldBe(token);
    }
}
