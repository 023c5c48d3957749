namespace TuneSearch.Files;

/// <summary>Reads a file of a person's, or says in words why it cannot be read.</summary>
internal static class TextFile
{
    private const long MaxBytes = 4 << 20;

    /// <summary>Null where the text was read, else the reason.</summary>
    public static string? Read(string path, out string text)
    {
        text = string.Empty;
        try
        {
            if (Directory.Exists(path))
            {
                return "it is a folder, and a file is needed";
            }

            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return "there is no such file";
            }

            if (file.Length > MaxBytes)
            {
                return $"it has {file.Length} bytes, more than {MaxBytes}";
            }

            // A device tells no length, and some never end.
            using var reader = new StreamReader(path);
            var most = new char[MaxBytes + 1];
            var length = reader.ReadBlock(most, 0, most.Length);
            if (length > MaxBytes)
            {
                return $"it has more than {MaxBytes} bytes";
            }

            text = new string(most, 0, length);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return "it may not be read";
        }
        catch (IOException unreadable)
        {
            return $"it cannot be read: {unreadable.Message.TrimEnd('.')}";
        }
    }
}
