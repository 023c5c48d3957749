using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TuneSearch.Daemon.Hosting;

namespace TuneSearch.Daemon.Tests.Hosting;

public sealed class BriefConsoleFormatterTests
{
    [Theory]
    [InlineData(true, "warning: the cluster failed: No broker answers. Start it.\n")]
    [InlineData(false, "warning: the cluster failed\n")]
    public void Write_Entry_IsOneLineWithoutAStackTrace(bool hasException, string line)
    {
        using var text = new StringWriter();
        var failure = hasException ? Thrown() : null;

        new BriefConsoleFormatter().Write(new LogEntry<string>(LogLevel.Warning, "any", default, "the cluster failed", failure, (state, _) => state), null, text);

        text.ToString().ReplaceLineEndings("\n").ShouldBe(line);
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("No broker answers.\nStart it.");
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }
}
