namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>How distance counts along an axis.</summary>
/// <param name="IsOrdered">Whether near positions are alike; else all different ones are equally far apart.</param>
/// <param name="Ratios">For an axis of listed numbers their places by ratio, 0 to 1: a second opinion on which levels are alike. Null where positions say it all.</param>
/// <param name="Known">What an earlier search learned of the parameter; null where there was none.</param>
internal sealed record AxisShape(bool IsOrdered, double[]? Ratios = null, ParameterRelevance? Known = null)
{
    /// <summary>One shape for each axis; without ratios where places in the list alone are to count.</summary>
    public static AxisShape[] Of(Encoding.SpaceEncoding space, bool withRatios, Relevance? known = null) =>
        [.. space.Axes.Select(axis => new AxisShape(axis.IsOrdered, withRatios ? axis.Ratios : null, known?.Of(axis.Parameter.Name)))];
}
