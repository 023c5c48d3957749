using System.Collections.Immutable;
using System.Diagnostics.Metrics;

namespace TuneSearch.Daemon.Metrics;

/// <summary>How long the store takes to make a write durable.</summary>
internal sealed class StoreInstruments
{
    public const string Operation = "operation";
    public const string Create = "create";
    public const string Append = "append";
    public const string Evidence = "evidence";
    public const string State = "state";

    public static readonly InstrumentSpec Duration = new("store_write_duration_seconds", InstrumentKind.Histogram, "s", "Time until a write was on disk.", Operation);
    public static readonly InstrumentSpec Errors = new("store_write_errors_total", InstrumentKind.Counter, null, "Writes that failed.", Operation);
    public static readonly ImmutableArray<InstrumentSpec> All = [Duration, Errors];

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _errors;
    private readonly TimeProvider _time;

    public StoreInstruments(Instruments instruments, TimeProvider time)
    {
        _time = time;
        _duration = instruments.Histogram(Duration, Buckets.Writes);
        _errors = instruments.Counter(Errors);
    }

    /// <summary>Shows every series at 0: between no series and 1 there is no increase that an alert could see.</summary>
    public void Begin()
    {
        foreach (var operation in new[] { Create, Append, Evidence, State })
        {
            _errors.Add(0, Of(operation));
        }
    }

    public async Task<T> MeasureAsync<T>(string operation, Func<Task<T>> write)
    {
        var tag = Of(operation);
        var start = _time.GetTimestamp();
        try
        {
            var result = await write();
            _duration.Record(_time.GetElapsedTime(start).TotalSeconds, tag);
            return result;
        }
        catch
        {
            _errors.Add(1, tag);
            throw;
        }
    }

    public Task MeasureAsync(string operation, Func<Task> write) =>
        MeasureAsync(operation, async () =>
        {
            await write();
            return true;
        });

    private static KeyValuePair<string, object?> Of(string operation) => new(Operation, operation);
}
