namespace TuneSearch.Cli.Output;

/// <summary>Writes a whole file or none: readers see the old text or the new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Says at once what writing would say after hours of work; the file itself is left as it is.</summary>
    /// <exception cref="CliException">The file could not be written now.</exception>
    public static void Require(string path)
    {
        var full = Target(path);
        if (IsDevice(full))
        {
            return;
        }

        try
        {
            if (Directory.Exists(full))
            {
                throw new IOException("it is a folder");
            }

            var temporary = BesideOf(full);
            File.Create(temporary).Dispose();
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, failure);
        }
    }

    /// <exception cref="CliException">The folder is missing, rights are, or the disk is full; nothing is left behind.</exception>
    public static void Write(string path, string text)
    {
        var full = Target(path);
        if (IsDevice(full))
        {
            WriteThrough(path, full, text);
            return;
        }

        var temporary = BesideOf(full);
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            using (var writer = new StreamWriter(file))
            {
                writer.Write(text);
                writer.Flush();
                file.Flush(flushToDisk: true);
            }

            KeepMode(full, temporary);
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Remove(temporary);
            throw Unwritable(path, failure);
        }
    }

    private static string BesideOf(string full) => Path.Combine(Path.GetDirectoryName(full) ?? "/", $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");

    // A link stays a link: what it points to is what is written.
    private static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            return new FileInfo(full) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : full;
        }
        catch (IOException circle)
        {
            throw Unwritable(path, circle);
        }
    }

    // Whoever could read the old file, or could not, has the same rights on the new one.
    private static void KeepMode(string old, string replacement)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(old))
        {
            File.SetUnixFileMode(replacement, File.GetUnixFileMode(old));
        }
    }

    // /dev/stdout and its like can not be written beside and renamed into place; whoever may rename there would replace the device.
    private static bool IsDevice(string full) =>
        full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal);

    private static void WriteThrough(string path, string full, string text)
    {
        try
        {
            using var device = new FileStream(full, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            device.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, failure);
        }
    }

    public static CliException Unwritable(string path, Exception failure) =>
        new(ExitCode.Failed, path, $"the file cannot be written: {failure.Message.TrimEnd('.')}", "See that its folder exists, may be written to and has room, or name another file.");

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The reason that is reported is the first one.
        }
    }
}
