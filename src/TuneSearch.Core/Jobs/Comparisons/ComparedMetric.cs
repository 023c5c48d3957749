namespace TuneSearch.Core.Jobs.Comparisons;

/// <summary>A number that two configurations are compared by: the objective, or a guarded metric of a profile.</summary>
/// <param name="Profile">Null for the cluster as a whole.</param>
internal sealed record ComparedMetric(string? Profile, string Metric, bool HigherIsBetter)
{
    /// <summary>As notes name it.</summary>
    public override string ToString() => Profile is null ? Metric : $"{Metric} of {Profile}";
}
