using System.Globalization;
using System.Text;
using TuneSearch.Testing.Time;

namespace TuneSearch.Cli.Tests;

/// <summary>Runs the command as a shell would, against a scripted daemon.</summary>
internal sealed class Cli
{
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();

    public ScriptedDaemon Daemon { get; } = new();

    public string Out => _out.ToString().ReplaceLineEndings("\n");

    public string Error => _error.ToString().ReplaceLineEndings("\n");

    public Task<int> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public Task<int> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var context = new CliContext(new StringWriter(_out, CultureInfo.InvariantCulture), new StringWriter(_error, CultureInfo.InvariantCulture))
        {
            Environment = _ => null,
            Time = new SkippingTime(),
            Connect = server => new HttpClient(Daemon, disposeHandler: false) { BaseAddress = server },
        };
        return CliRunner.RunAsync(arguments, context, cancellationToken);
    }
}
