using System.Text;

namespace TuneSearch.Kafka.Clusters.Hooks;

/// <summary>What a command writes, read to its very end: a server that the command left behind would be killed by a pipe that nobody reads.</summary>
internal sealed class CommandOutput
{
    private readonly Lock _gate = new();
    private StringBuilder? _text = new();

    public CommandOutput(StreamReader reader) => Ended = ReadAsync(reader);

    /// <summary>Completes when nobody has it open for writing any more.</summary>
    public Task Ended { get; }

    /// <summary>What came so far; what comes later is read and dropped.</summary>
    public string Take()
    {
        lock (_gate)
        {
            var text = _text?.ToString() ?? string.Empty;
            _text = null;
            return text;
        }
    }

    private async Task ReadAsync(StreamReader reader)
    {
        using (reader)
        {
            var buffer = new char[1024];
            while (await reader.ReadAsync(buffer.AsMemory()) is var count and > 0)
            {
                lock (_gate)
                {
                    _text?.Append(buffer, 0, count);
                }
            }
        }
    }
}
