namespace TuneSearch.Deploy.Tests.Containers;

internal static class ImageName
{
    /// <summary>It has a tag, and one that does not move with each release of another major version.</summary>
    public static bool IsPinned(string image) => image.LastIndexOf(':') is var at && at > image.LastIndexOf('/') && image[(at + 1)..] is not ("latest" or "");
}
