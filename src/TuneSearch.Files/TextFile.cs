using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace TuneSearch.Files;

/// <summary>Reads a file of a person's, or says in words why it cannot be read.</summary>
internal static class TextFile
{
    private const int MaxBytes = 4 << 20;
    private const string CheckPath = "Check the path and the rights on the file.";

    // With its own mark StreamReader keeps to this encoding; without, it would take the lenient one at the mark.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Null where the text was read, else why not.</summary>
    public static Unreadable? Read(string path, out string text)
    {
        text = string.Empty;
        try
        {
            if (Directory.Exists(path))
            {
                return new Unreadable("it is a folder, and a file is needed", CheckPath) { IsMissing = true };
            }

            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return new Unreadable("there is no such file", CheckPath) { IsMissing = true };
            }

            if (file.Length > MaxBytes)
            {
                return TooLarge($"it has {file.Length} bytes, more than {MaxBytes}");
            }

            // A device tells no length, and some never end.
            using var stream = file.OpenRead();
            var most = new byte[MaxBytes + 1];
            var length = stream.ReadAtLeast(most, most.Length, throwOnEndOfStream: false);
            return length > MaxBytes ? TooLarge($"it has more than {MaxBytes} bytes") : Decode(most.AsMemory(0, length), out text);
        }
        catch (UnauthorizedAccessException)
        {
            return new Unreadable("it may not be read", CheckPath);
        }
        catch (IOException unreadable)
        {
            return new Unreadable($"it cannot be read: {unreadable.Message.TrimEnd('.')}", CheckPath);
        }
    }

    private static Unreadable TooLarge(string reason) => new(reason, "Name the file that was meant, or take out of it what is not needed.");

    /// <summary>A byte order mark says what the bytes are; without one they are UTF-8.</summary>
    private static Unreadable? Decode(ReadOnlyMemory<byte> bytes, out string text)
    {
        text = string.Empty;
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes.ToArray()), Strict, detectEncodingFromByteOrderMarks: true);
            text = reader.ReadToEnd();
            return null;
        }
        catch (DecoderFallbackException)
        {
            return NotUtf8(bytes.Span);
        }
    }

    private static Unreadable NotUtf8(ReadOnlySpan<byte> bytes)
    {
        Utf8.ToUtf16(bytes, new char[bytes.Length], out var good, out _, replaceInvalidSequences: false);
        var line = bytes[..good].Count((byte)'\n') + 1;
        return new Unreadable(string.Create(CultureInfo.InvariantCulture, $"its text is not UTF-8: line {line} holds the byte 0x{bytes[good]:X2} where no character has it"), "Save the file as UTF-8.") { Line = line };
    }
}
