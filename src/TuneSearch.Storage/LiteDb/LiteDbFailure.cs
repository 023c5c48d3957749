using System.Text.Json;
using LiteDB;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.LiteDb;

/// <summary>What LiteDB's errors mean to a person. Pure.</summary>
internal static class LiteDbFailure
{
    private const string WayOut = "Put it back from a copy, or move it away and start with an empty one.";

    /// <summary>ENOSPC and EDQUOT of Linux, as .NET hands them on.</summary>
    private static readonly int[] DiskFull = [28, 122];

    public static bool IsOne(Exception exception) => exception is LiteException or IOException or UnauthorizedAccessException || IsOfContent(exception);

    public static StoreException Explain(string path, Exception exception) => new($"The store '{path}' {Why(exception)}", exception);

    public static StoreException NoDatabase(string path) => new($"The store '{path}' is no LiteDB database, and was left as it is. Move it away, or name another folder.");

    public static StoreException CutOff(string path, long bytes, long whole) => new($"The store '{path}' is damaged: it has {bytes} bytes, and its first page tells of {whole}. {WayOut}");

    private static string Why(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "is closed to this user. Give it the right to write there, or name another file.",
        DirectoryNotFoundException => "could not be opened. Create its folder, or name another file.",
        IOException when DiskFull.Contains(exception.HResult) =>
            "could not be written, because the disk is full. Free some space and try again; what was acknowledged before is safe.",
        IOException => $"could not be read or written: {exception.Message}. Look at the disk's health and the system's log.",
        LiteException { ErrorCode: LiteException.INVALID_DATABASE or LiteException.INVALID_DATAFILE_STATE } => $"is damaged: {exception.Message.TrimEnd('.')}. {WayOut}",
        _ when IsOfContent(exception) => $"is damaged: what is read there makes no sense ({exception.Message.TrimEnd('.')}). {WayOut}",
        _ => $"failed: {exception.Message}. Look at the inner error; what was acknowledged before is safe.",
    };

    /// <summary>LiteDB believes what it reads: a page of anything else ends in whatever the code falls over first.</summary>
    private static bool IsOfContent(Exception exception) => exception
        is JsonException or FormatException or OverflowException or InvalidCastException or NullReferenceException or KeyNotFoundException or IndexOutOfRangeException
        or ArgumentException and not ArgumentNullException;
}
