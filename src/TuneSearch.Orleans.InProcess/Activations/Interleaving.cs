namespace Orleans.Runtime;

/// <summary>Which calls of one activation may be under way together. Pure.</summary>
internal static class Interleaving
{
    /// <summary>Whether a call may start beside those that run.</summary>
    /// <param name="reentrant">Whether the grain class is marked <see cref="Concurrency.ReentrantAttribute"/>.</param>
    public static bool MayStart(bool reentrant, CallMode incoming, IReadOnlyList<Request> running)
    {
        if (reentrant || incoming == CallMode.AlwaysInterleave)
        {
            return true;
        }

        foreach (var request in running)
        {
            var together = request.Mode == CallMode.AlwaysInterleave || (request.Mode == CallMode.ReadOnly && incoming == CallMode.ReadOnly);
            if (!together)
            {
                return false;
            }
        }

        return true;
    }
}
