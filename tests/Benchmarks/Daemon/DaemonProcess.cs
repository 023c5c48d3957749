using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace TuneSearch.Benchmarks.Daemon;

/// <summary>A daemon in a process of its own, as the launcher starts it, on a free port and a folder that goes with it.</summary>
internal sealed class DaemonProcess : IAsyncDisposable
{
    private const double Mega = 1e6;

    private readonly Process _process;
    private readonly string _folder;

    private DaemonProcess(Process process, string folder, HttpClient http, double readySeconds)
    {
        _process = process;
        _folder = folder;
        Http = http;
        ReadySeconds = readySeconds;
    }

    public HttpClient Http { get; }

    /// <summary>From the start of the process until /readyz says so.</summary>
    public double ReadySeconds { get; }

    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>The kernel's own high-water mark of resident memory.</summary>
    public double PeakMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(status => status.StartsWith("VmHWM:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / Mega;
        }
    }

    public static async Task<DaemonProcess> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("tunesearch-benchmark-").FullName;
        var start = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Join(AppContext.BaseDirectory, "tunesearch.dll"), "serve", "--listen", "http://127.0.0.1:0", "--data", folder])
        {
            RedirectStandardOutput = true,
        })!;
        var http = new HttpClient { BaseAddress = new Uri(await AddressAsync(process, cancellationToken)), Timeout = Timeout.InfiniteTimeSpan };
        while ((await http.GetAsync("/readyz", cancellationToken)).StatusCode != HttpStatusCode.OK)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        var ready = Stopwatch.GetElapsedTime(start).TotalSeconds;

        // A pipe that nobody reads would hold the daemon up.
        _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
        return new DaemonProcess(process, folder, http, ready);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> AddressAsync(Process process, CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) is { } address)
            {
                return address.TrimEnd('.', ',');
            }
        }

        throw new InvalidOperationException("The daemon ended before it said where it listens; see its messages above.");
    }
}
