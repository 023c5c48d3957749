using LiteDB;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.LiteDb;

/// <summary>What LiteDB's errors mean to a person. Pure.</summary>
internal static class LiteDbFailure
{
    /// <summary>ENOSPC and EDQUOT of Linux, as .NET hands them on.</summary>
    private static readonly int[] DiskFull = [28, 122];

    public static bool IsOne(Exception exception) => exception is LiteException or IOException or UnauthorizedAccessException;

    public static StoreException Explain(string path, Exception exception) => new($"The store '{path}' {Why(exception)}", exception);

    private static string Why(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "is closed to this user. Give it the right to write there, or name another file.",
        DirectoryNotFoundException => "could not be opened. Create its folder, or name another file.",
        IOException when DiskFull.Contains(exception.HResult) =>
            "could not be written, because the disk is full. Free some space and try again; what was acknowledged before is safe.",
        IOException => $"could not be read or written: {exception.Message}. Look at the disk's health and the system's log.",
        LiteException { ErrorCode: LiteException.INVALID_DATABASE } => "is no LiteDB database. Name another file.",
        _ => $"failed: {exception.Message}. Look at the inner error; what was acknowledged before is safe.",
    };
}
