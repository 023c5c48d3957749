using TuneSearch.Deploy.Tests.Repository;

using YamlDotNet.RepresentationModel;

namespace TuneSearch.Deploy.Tests.Containers;

public class KubernetesTests
{
    private const string Folder = "deploy/kubernetes";

    private static readonly YamlMappingNode Set = Yaml.Read($"{Folder}/statefulset.yaml");

    private static readonly YamlNode Pod = Set.At("spec.template.spec");

    private static readonly YamlNode Container = Pod.At("containers.0");

    [Fact]
    public void Kustomization_Resources_AreTheFilesBesideIt() =>
        Yaml.Read($"{Folder}/kustomization.yaml").Texts("resources").Append("kustomization.yaml")
            .ShouldBe(RepositoryFiles.Below(Folder).Select(file => Path.GetFileName(file)), ignoreOrder: true);

    /// <summary>What the namespace's «restricted» pod security standard asks for.</summary>
    [Fact]
    public void Pod_Security_IsRestricted()
    {
        Pod.Text("securityContext.runAsNonRoot").ShouldBe("true");
        Pod.Text("securityContext.seccompProfile.type").ShouldBe("RuntimeDefault");
        Container.Text("securityContext.allowPrivilegeEscalation").ShouldBe("false");
        Container.Text("securityContext.readOnlyRootFilesystem").ShouldBe("true");
        Container.Texts("securityContext.capabilities.drop").ShouldBe(["ALL"]);
        Pod.Text("automountServiceAccountToken").ShouldBe("false");
    }

    [Fact]
    public void Pod_Resources_AreRequestedAsLimited() =>
        Container.At("resources.requests").ToString().ShouldBe(Container.At("resources.limits").ToString());

    [Fact]
    public void Pod_Replicas_AreOneForEachDataDirectory() => Set.Text("spec.replicas").ShouldBe("1");

    [Fact]
    public void Pod_Mounts_HaveVolumes() =>
        Container.Items("volumeMounts").Select(mount => mount.Text("name")).ShouldBe(
            Pod.Items("volumes").Select(volume => volume.Text("name")).Concat(Set.Items("spec.volumeClaimTemplates").Select(claim => claim.Text("metadata.name"))), ignoreOrder: true);

    [Fact]
    public void Labels_OfPodServiceAndPolicy_AreTheSame()
    {
        var labels = Set.At("spec.template.metadata.labels").ToString();

        Set.At("spec.selector.matchLabels").ToString().ShouldBe(labels);
        Yaml.Read($"{Folder}/service.yaml").At("spec.selector").ToString().ShouldBe(labels);
        Yaml.Read($"{Folder}/networkpolicy.yaml").At("spec.podSelector.matchLabels").ToString().ShouldBe(labels);
    }

    [Fact]
    public void Ports_OfPodServiceAndPolicy_AreTheDaemons()
    {
        const string port = "7310";

        new Daemon.Options.DaemonOptions().Listen.ShouldEndWith($":{port}");
        Container.Text("ports.0.containerPort").ShouldBe(port);
        Yaml.Read($"{Folder}/service.yaml").Text("spec.ports.0.port").ShouldBe(port);
        Yaml.Read($"{Folder}/networkpolicy.yaml").Text("spec.ingress.0.ports.0.port").ShouldBe(port);
    }
}
