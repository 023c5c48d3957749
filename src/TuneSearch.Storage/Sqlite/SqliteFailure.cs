using System.Data.Common;
using Microsoft.Data.Sqlite;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.Sqlite;

/// <summary>What SQLite's result codes mean to a person (https://sqlite.org/rescode.html). Pure.</summary>
internal static class SqliteFailure
{
    public static StoreException Explain(string path, DbException exception) =>
        new($"The store '{path}' {Why((exception as SqliteException)?.SqliteErrorCode, exception.Message)}", exception);

    private static string Why(int? code, string message) => code switch
    {
        5 or 6 => "is held by another process that does not let go. End the other process, or name another file.",
        8 => "is read-only. Give this user the right to write to it, or name another file.",
        10 => $"could not be read or written: {message}. Look at the disk's health and the system's log.",
        11 => $"is damaged: {message}. Put it back from a copy, or move it away and start with an empty one.",
        13 => "could not be written, because the disk is full. Free some space and try again; what was acknowledged before is safe.",
        14 => "could not be opened. Create its folder and give this user the right to write there, or name another file.",
        26 => "is no SQLite database, and was left as it is. Move it away, or name another folder.",
        _ => $"failed: {message}. Look at the inner error; what was acknowledged before is safe.",
    };
}
