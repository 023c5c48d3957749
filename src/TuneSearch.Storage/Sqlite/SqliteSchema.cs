using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using TuneSearch.Core.Storage;
using TuneSearch.Storage.Sql;

namespace TuneSearch.Storage.Sqlite;

/// <summary>The tables, and the way from any earlier version of them to this one. The version stands in the file's own header (<c>user_version</c>).</summary>
internal static class SqliteSchema
{
    public static readonly IReadOnlyList<Migration> Migrations =
    [
        new(
            "jobs, events, evidence and state",
            """
            CREATE TABLE jobs (
                ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                bundle TEXT NOT NULL,
                submitted_at TEXT NOT NULL,
                version INTEGER NOT NULL);
            CREATE TABLE events (
                job TEXT NOT NULL REFERENCES jobs (id),
                version INTEGER NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (job, version)) WITHOUT ROWID;
            CREATE TABLE evidence (
                job TEXT NOT NULL REFERENCES jobs (id),
                trial INTEGER NOT NULL,
                name TEXT NOT NULL,
                content BLOB NOT NULL,
                PRIMARY KEY (job, trial, name));
            CREATE TABLE state (
                key TEXT PRIMARY KEY,
                json TEXT NOT NULL) WITHOUT ROWID;
            """),
    ];

    /// <exception cref="StoreException">A newer version wrote the file.</exception>
    public static void Bring(SqliteConnection connection, string path)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction);
        if (version > Migrations.Count)
        {
            throw new StoreException(
                $"The store '{path}' has schema {version}, but this TuneSearch knows schemas up to {Migrations.Count}: a newer one wrote it. "
                + "Use that one, or name another file.");
        }

        foreach (var migration in Migrations.Skip(version))
        {
            connection.Execute(migration.Sql, transaction: transaction);
        }

        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Migrations.Count}"), transaction: transaction);
        transaction.Commit();
    }
}
