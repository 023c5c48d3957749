namespace TuneSearch.Daemon.Metrics;

/// <summary>Puts the free text of an invalid trial into one of a few kinds, so that the label stays bounded.</summary>
internal static class InvalidReasons
{
    public const string Other = "other";

    /// <summary>The first kind one of whose words occurs.</summary>
    private static readonly (string Kind, string[] Words)[] Kinds =
    [
        ("clock", ["clock"]),
        ("stolen", ["stolen", "steal", "quota"]),
        ("unsteady", ["steady", "warm"]),
        ("generator", ["generator", "schedule", "saturated", "behind"]),
        ("retention", ["retention", "full mock", "partition"]),
        ("timeout", ["timeout", "timed out", "time limit"]),
    ];

    /// <summary>Whatever <see cref="KindOf"/> may return.</summary>
    public static IEnumerable<string> All => Kinds.Select(kind => kind.Kind).Append(Other);

    public static string KindOf(string reason) =>
        Kinds.FirstOrDefault(kind => kind.Words.Any(word => reason.Contains(word, StringComparison.OrdinalIgnoreCase))).Kind ?? Other;
}
