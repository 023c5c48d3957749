using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Validation;

namespace TuneSearch.Kafka.Clusters.Hooks;

/// <summary>What a hook may not ask, each with the way out.</summary>
internal static class HookRules
{
    /// <param name="isLocal">Whether the brokers run on this machine: only there are their processes and their GC logs.</param>
    public static IEnumerable<Problem> Check(ImmutableArray<ClusterHook> hooks, bool isLocal)
    {
        for (var i = 0; i < hooks.Length; i++)
        {
            var (hook, where) = (hooks[i], $"cluster.hooks[{i}]");
            if (hook.Command.IsEmpty)
            {
                yield return new Problem($"{where}.command", "the hook names no program", "Write a program and its arguments: command: [jcmd, \"{pid}\", GC.heap_dump, \"{folder}/heap.hprof\"].");
            }

            if (hook is { On: HookTrigger.FullGc, Afterwards.IsEmpty: false })
            {
                yield return new Problem($"{where}.afterwards", "after a full collection nothing runs beside the command, so there is no end of it to wait for", "Put everything into one command, or write on: regression.");
            }

            if (!isLocal && hook.On == HookTrigger.FullGc)
            {
                yield return new Problem($"{where}.on", "a remote cluster's GC log is not here to be read", "Write on: regression, or take the hook out.");
            }

            if (!isLocal && HookCall.NamesProcess(hook))
            {
                yield return new Problem($"{where}.command", "{pid} means a process of this machine, and a remote cluster's brokers have none here", "Write {broker}, and let the command find the process.");
            }
        }
    }
}
