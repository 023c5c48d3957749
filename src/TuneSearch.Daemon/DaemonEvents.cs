namespace TuneSearch.Daemon;

/// <summary>Numbers of the daemon's log events; grains and drivers have their own ranges.</summary>
internal static class DaemonEvents
{
    public const int JobGoesOn = 1010;
    public const int JobDoesNotGoOn = 1011;
    public const int JobPostponed = 1012;
    public const int ProjectionFailed = 1013;
    public const int ClusterPutRight = 1014;
    public const int StoreTaken = 1015;
    public const int StoreHeldAgain = 1016;
    public const int StoreAway = 1017;
    public const int DataDirectoryOpen = 1018;
    public const int RequestFailed = 1020;
}
