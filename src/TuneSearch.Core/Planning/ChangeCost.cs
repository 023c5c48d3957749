using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Planning;

/// <summary>What coming from one configuration to another costs, told from the search space alone; proposals weigh it.</summary>
public static class ChangeCost
{
    /// <summary>The dearest update mode among the parameters that differ; null where nothing does.</summary>
    public static UpdateMode? Of(SearchSpace space, Configuration from, Configuration to)
    {
        UpdateMode? dearest = null;
        foreach (var parameter in space.Parameters)
        {
            var before = from.TryGet(parameter.Name, out var a) ? a : (ParameterValue?)null;
            var after = to.TryGet(parameter.Name, out var b) ? b : (ParameterValue?)null;
            if (before != after && (dearest is null || parameter.UpdateMode > dearest))
            {
                dearest = parameter.UpdateMode;
            }
        }

        return dearest;
    }

    /// <summary>Whether brokers have to restart for it.</summary>
    public static bool NeedsRestart(SearchSpace space, Configuration from, Configuration to) =>
        Of(space, from, to) is UpdateMode.Restart or UpdateMode.Hook;
}
