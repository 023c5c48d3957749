using System.Text;
using Confluent.Kafka;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>How often the client gave each reason for a message that did not get through. One writer; read after it has ended.</summary>
internal sealed class ErrorCounts
{
    private readonly Dictionary<ErrorCode, long> _counts = [];

    public long Total => _counts.Values.Sum();

    /// <summary>By the reason's name as telemetry writes it: Local_MsgTimedOut is local_msg_timed_out.</summary>
    public IEnumerable<KeyValuePair<string, long>> ByName => _counts.Select(pair => KeyValuePair.Create(NameOf(pair.Key), pair.Value));

    public void Add(ErrorCode error, long count) => _counts[error] = _counts.GetValueOrDefault(error) + count;

    private static string NameOf(ErrorCode error)
    {
        var name = new StringBuilder();
        foreach (var letter in error.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
