using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TuneSearch.Core.Jobs;

namespace TuneSearch.Core.Tests.Architecture;

/// <summary>Core knows no package, no I/O, no clock and no System.Random: read from the compiled assembly itself.</summary>
public class CoreIsPureTests
{
    private static readonly string[] BannedTypes =
    [
        "System.Random", "System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.Console", "System.Diagnostics.Stopwatch",
        "System.Diagnostics.Process", "System.Threading.Thread", "System.Threading.Timer", "System.Net.Http.HttpClient", "System.Net.Sockets.Socket",
    ];

    private static readonly string[] BannedMembers =
        ["DateTime.get_Now", "DateTime.get_UtcNow", "DateTimeOffset.get_Now", "DateTimeOffset.get_UtcNow", "TimeProvider.get_System", "Guid.NewGuid", "Task.Delay", "Environment.get_TickCount64"];

    [Fact]
    public void References_AreTheFrameworkAlone() =>
        Read(metadata => metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)))
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBeEmpty("Core takes no packages; put the code that needs one into another project behind a port");

    [Fact]
    public void Types_NamedInCore_DoNoInputOrOutput() =>
        Read(metadata => metadata.TypeReferences.Select(handle => NameOf(metadata, handle)))
            .Intersect(BannedTypes)
            .ShouldBeEmpty("Core decides, it does not act: take the fact as a parameter");

    [Fact]
    public void Members_CalledInCore_ReadNoClock() =>
        Read(metadata => metadata.MemberReferences
                .Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) + "." + metadata.GetString(member.Name)))
            .Intersect(BannedMembers)
            .ShouldBeEmpty("time and randomness are parameters");

    private static string[] Read(Func<MetadataReader, IEnumerable<string>> select)
    {
        using var file = new PEReader(File.OpenRead(typeof(JobSpec).Assembly.Location));
        return [.. select(file.GetMetadataReader())];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
    }
}
