using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TuneSearch.Core.Clusters;

namespace TuneSearch.Kafka.Clusters.Hooks;

/// <summary>One hook's commands for one broker: their words, the line on their standard input, the names of what is kept. Pure.</summary>
/// <param name="Pid">Null where the broker runs on another machine.</param>
/// <param name="Folder">An empty folder of this call's own, with its full path.</param>
internal sealed partial record HookCall(DueHook Due, int Trial, TimeSpan Episode, string Broker, int? Pid, string Folder)
{
    private const string PidWord = "{pid}";

    /// <summary>What every kept file's name begins with: «fullGc-1-broker-2».</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Trigger}-{Due.Number}-broker-{NotInNames().Replace(Broker, "_")}");

    /// <summary>For example <c>{"trigger":"fullGc","reason":"…","trial":7,"broker":"1","pid":4711,"folder":"/…"}</c>.</summary>
    public string Line => new JsonObject
    {
        ["trigger"] = Trigger,
        ["reason"] = Due.Reason,
        ["trial"] = Trial,
        ["broker"] = Broker,
        ["pid"] = Pid,
        ["folder"] = Folder,
    }.ToJsonString();

    private string Trigger => JsonNamingPolicy.CamelCase.ConvertName(Due.Hook.On.ToString());

    /// <summary>Whether commands name a process, which only brokers of this machine have.</summary>
    public static bool NamesProcess(ClusterHook hook) => hook.Command.Concat(hook.Afterwards).Any(word => word.Contains(PidWord, StringComparison.Ordinal));

    public ImmutableArray<string> Words(ImmutableArray<string> command) =>
    [
        .. command.Select(word => word
            .Replace("{broker}", Broker, StringComparison.Ordinal)
            .Replace(PidWord, Pid?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{trial}", Trial.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{seconds}", Math.Ceiling(Episode.TotalSeconds).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{folder}", Folder, StringComparison.Ordinal)),
    ];

    /// <param name="path">Of a file that was left in the folder, relative to it.</param>
    public string NameOf(string path) => $"{Name}-{NotInNames().Replace(path, "_")}";

    [GeneratedRegex("[^A-Za-z0-9.-]")]
    private static partial Regex NotInNames();
}
