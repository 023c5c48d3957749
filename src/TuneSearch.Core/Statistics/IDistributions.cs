namespace TuneSearch.Core.Statistics;

/// <summary>The probability distributions that tests and intervals need, from a library that keeps them well: Core itself has no packages.</summary>
/// <remarks>Guarantees: pure, accurate to at least six digits where the probability lies between 1e-6 and 1 - 1e-6, usable from several threads.</remarks>
public interface IDistributions
{
    /// <summary>The value below which Student's t with so many degrees of freedom falls with the given probability.</summary>
    double StudentQuantile(double probability, double degreesOfFreedom);

    /// <summary>The probability that Student's t with so many degrees of freedom falls below <paramref name="t"/>.</summary>
    double StudentCumulative(double t, double degreesOfFreedom);
}
