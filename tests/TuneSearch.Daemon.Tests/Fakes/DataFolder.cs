using TuneSearch.Daemon.Hosting;

namespace TuneSearch.Daemon.Tests.Fakes;

/// <summary>A data directory for the time of a test.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tunesearch-daemon-").FullName;

    public HostRequest Request => new() { DataDirectory = Path };

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
