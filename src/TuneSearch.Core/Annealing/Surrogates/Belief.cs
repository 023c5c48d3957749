namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>What a model believes of a configuration's true cost, on the model's own scale.</summary>
internal readonly record struct Belief(double Mean, double Variance)
{
    public double Deviation => Math.Sqrt(Variance);
}
