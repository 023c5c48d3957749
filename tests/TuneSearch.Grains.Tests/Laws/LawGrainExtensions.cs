namespace TuneSearch.Grains.Tests.Laws;

internal static class LawGrainExtensions
{
    /// <summary>A whole interleaving call: when it has ended, the grain has seen every call that was sent before it.</summary>
    public static async Task WaitBesideAndOpen(this ILawGrain grain, Gates gates, string gate)
    {
        gates.Open(gate);
        await grain.WaitBesideAsync(gate);
    }
}
