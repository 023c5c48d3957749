using TuneSearch.Core.Statistics;

namespace TuneSearch.Daemon.Api.Contracts;

/// <param name="Low">Of the 95 % interval, as <paramref name="High"/>; null where none can be given.</param>
public sealed record GainDocument(double Gain, double? Low, double? High)
{
    public static GainDocument From(Estimate estimate) => new(estimate.Value, estimate.Low, estimate.High);
}
