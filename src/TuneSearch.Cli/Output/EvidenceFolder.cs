using System.Globalization;
using TuneSearch.Core.Storage;

namespace TuneSearch.Cli.Output;

/// <summary>Writes files that were kept with trials into a folder, one folder a trial below it.</summary>
internal static class EvidenceFolder
{
    /// <exception cref="CliException">The folder cannot be written to.</exception>
    public static void Write(string folder, EvidenceName file, ReadOnlySpan<byte> content)
    {
        try
        {
            var path = PathOf(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Failed, folder, $"the evidence can not be written there: {failure.Message}", "Name a folder of yours on a disk with room.");
        }
    }

    /// <summary>A name from another machine must not lead out of the folder, and two names not to one file.</summary>
    public static string PathOf(string folder, EvidenceName file) =>
        Path.Combine(Path.GetFullPath(folder), string.Create(CultureInfo.InvariantCulture, $"trial-{file.Trial}"), file.Name.Replace('/', '_'));
}
