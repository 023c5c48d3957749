using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TuneSearch.Daemon.Hosting;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.Tests.Fakes;

namespace TuneSearch.Daemon.Tests.Hosting;

[UnsupportedOSPlatform("windows")]
public sealed class DataDirectoryTests : IDisposable
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly DataFolder _folder = new();
    private readonly Lines _log = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_AFolderThatIsMissing_MakesItForItsOwnerAlone()
    {
        var made = Path.Join(_folder.Path, "made");

        using var directory = Open(made);

        File.GetUnixFileMode(made).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Open_AFolderThatIsThere_LeavesItsRightsAndClosesItsOwnFiles()
    {
        File.SetUnixFileMode(_folder.Path, File.GetUnixFileMode(_folder.Path) | Others);
        var rights = File.GetUnixFileMode(_folder.Path);

        using var directory = Open(_folder.Path);

        File.GetUnixFileMode(_folder.Path).ShouldBe(rights);
        File.GetUnixFileMode(Directory.GetFiles(_folder.Path).Single()).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _log.ShouldBeEmpty();
    }

    [Fact]
    public void Open_AFolderThatOthersMayWriteTo_Warns()
    {
        File.SetUnixFileMode(_folder.Path, File.GetUnixFileMode(_folder.Path) | UnixFileMode.OtherWrite);

        using var directory = Open(_folder.Path);

        _log.ShouldBe([$"Warning: Other users may put files of theirs in the place of the store's in {_folder.Path}; take that right from them: chmod go-w {_folder.Path}"]);
    }

    private DataDirectory Open(string path) => new(Microsoft.Extensions.Options.Options.Create(new DaemonOptions { DataDirectory = path }), _log);

    private sealed class Lines : List<string>, ILogger<DataDirectory>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add($"{logLevel}: {formatter(state, exception)}");
    }
}
