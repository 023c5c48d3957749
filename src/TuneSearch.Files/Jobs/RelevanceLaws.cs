using System.Globalization;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Validation;

namespace TuneSearch.Files.Jobs;

/// <summary>What holds in a relevance beyond what its keys allow.</summary>
internal static class RelevanceLaws
{
    public static IEnumerable<Problem> Check(Relevance relevance)
    {
        if (relevance.Parameters.IsDefault)
        {
            yield break;
        }

        if (relevance.Parameters.IsEmpty)
        {
            yield return new Problem("parameters", "the relevance lists no parameters", "Write what 'tunesearch relevance JOB' prints, or remove the file from the job.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < relevance.Parameters.Length; i++)
        {
            if (!seen.Add(relevance.Parameters[i].Name))
            {
                yield return new Problem(
                    string.Create(CultureInfo.InvariantCulture, $"parameters[{i}].name"), $"the parameter '{relevance.Parameters[i].Name}' stands twice", "Remove one of the two lines.");
            }
        }
    }
}
