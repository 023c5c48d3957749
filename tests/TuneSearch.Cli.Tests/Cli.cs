using System.Globalization;
using System.Text;

namespace TuneSearch.Cli.Tests;

/// <summary>Runs the command as a shell would, against a scripted daemon.</summary>
internal sealed class Cli
{
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();

    public ScriptedDaemon Daemon { get; } = new();

    public string Out => Plain(_out);

    public string Error => Plain(_error);

    public Task<int> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public Task<int> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var context = new CliContext(new StringWriter(_out, CultureInfo.InvariantCulture), new StringWriter(_error, CultureInfo.InvariantCulture))
        {
            Environment = _ => null,
            Connect = server => new HttpClient(Daemon, disposeHandler: false) { BaseAddress = server },
        };
        return CliRunner.RunAsync(arguments, context, cancellationToken);
    }

    // Tables pad their last column; what stands there is not the point of a test.
    private static string Plain(StringBuilder written) =>
        string.Join('\n', written.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
}
