using System.ComponentModel.DataAnnotations;

namespace TuneSearch.Core.Annealing;

/// <summary>What a search learned of one parameter.</summary>
/// <param name="Span">How many of its ranges the parameter has to move before the objective is as different as it gets: the length scale of the model's kernel. The
/// larger, the less the parameter weighs beside the others.</param>
public sealed record ParameterRelevance(string Name, [property: Range(ParameterRelevance.Smallest, ParameterRelevance.Largest)] double Span)
{
    public const double Smallest = 0.01;
    public const double Largest = 1000;

    /// <summary>For a list of numbers, how far their ratios count rather than their places in the list; null where nothing was learned of it.</summary>
    [Range(0.0, 1.0)]
    public double? Ratios { get; init; }
}
