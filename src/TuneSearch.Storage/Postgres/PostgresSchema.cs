using Dapper;
using Npgsql;
using TuneSearch.Core.Storage;
using TuneSearch.Storage.Sql;

namespace TuneSearch.Storage.Postgres;

/// <summary>The tables in a schema of their own, and the way from any earlier version of them to this one.</summary>
internal static class PostgresSchema
{
    /// <summary>Any number that nobody else uses: daemons that start together bring the schema up one after the other.</summary>
    private const long MigrationLock = 0x74756E65;

    public static readonly IReadOnlyList<Migration> Migrations =
    [
        new(
            "jobs, events, evidence and state",
            """
            CREATE TABLE jobs (
                ordinal BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                bundle TEXT NOT NULL,
                submitted_at TEXT NOT NULL,
                version BIGINT NOT NULL);
            CREATE TABLE events (
                job TEXT NOT NULL REFERENCES jobs (id),
                version BIGINT NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (job, version));
            CREATE TABLE evidence (
                job TEXT NOT NULL REFERENCES jobs (id),
                trial BIGINT NOT NULL,
                name TEXT NOT NULL,
                content BYTEA NOT NULL,
                PRIMARY KEY (job, trial, name));
            CREATE TABLE state (
                key TEXT PRIMARY KEY,
                json TEXT NOT NULL);
            """),
    ];

    /// <exception cref="StoreException">A newer version wrote the schema.</exception>
    public static void Bring(NpgsqlConnection connection, string schema)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("SELECT pg_advisory_xact_lock(@MigrationLock)", new { MigrationLock }, transaction);
        connection.Execute($"CREATE SCHEMA IF NOT EXISTS \"{schema}\"; CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)", transaction: transaction);
        var version = connection.QuerySingleOrDefault<int>("SELECT version FROM schema_version", transaction: transaction);
        if (version > Migrations.Count)
        {
            throw new StoreException(
                $"Schema '{schema}' of the PostgreSQL store has version {version}, but this TuneSearch knows versions up to {Migrations.Count}: a newer one wrote it. "
                + "Use that one, or name another schema.");
        }

        foreach (var migration in Migrations.Skip(version))
        {
            connection.Execute(migration.Sql, transaction: transaction);
        }

        connection.Execute("DELETE FROM schema_version; INSERT INTO schema_version (version) VALUES (@Count)", new { Migrations.Count }, transaction);
        transaction.Commit();
    }
}
