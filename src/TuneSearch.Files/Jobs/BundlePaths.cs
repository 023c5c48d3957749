namespace TuneSearch.Files.Jobs;

/// <summary>Paths within a bundle: forward slashes, no «.» and «..».</summary>
internal static class BundlePaths
{
    /// <summary>The bundle's path of a file that <paramref name="naming"/> names; null where it leads out of the bundle.</summary>
    public static string? Resolve(string? folder, string naming, string reference)
    {
        if (Path.IsPathRooted(reference))
        {
            return folder is null ? null : Normalise(Path.GetRelativePath(folder, reference));
        }

        return Normalise(naming.Contains('/') ? $"{naming[..naming.LastIndexOf('/')]}/{reference}" : reference);
    }

    public static string FolderOf(string path) => path.Contains('/') ? path[..path.LastIndexOf('/')] : string.Empty;

    private static string? Normalise(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
