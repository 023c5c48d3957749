namespace TuneSearch.Core.Validation;

/// <summary>One thing that is wrong with an input: where, what, which law, and the way out.</summary>
/// <param name="Where">The place as a person looks for it: «job.yaml:12:5», or the key's path.</param>
/// <param name="Message">Subject, value and law: «batch.size: default 100 lies outside an integer from 8192 to 1048576».</param>
/// <param name="Remedy">What to do about it, as a sentence.</param>
public sealed record Problem(string Where, string Message, string Remedy)
{
    public override string ToString() => $"{Where}: {Message}. {Remedy}";
}
