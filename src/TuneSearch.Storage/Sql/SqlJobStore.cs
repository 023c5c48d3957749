using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.Sql;

/// <summary>The store port in the SQL that SQLite and PostgreSQL share; each adds its schema, its connections and the meaning of its errors.</summary>
public abstract class SqlJobStore : IJobStore
{
    public Task CreateAsync(StoredJob job, CancellationToken cancellationToken) => WriteAsync(
        async sql =>
        {
            var added = await sql.ExecuteAsync(
                "INSERT INTO jobs (id, name, bundle, submitted_at, version) VALUES (@Id, @Name, @Bundle, @SubmittedAt, 0) ON CONFLICT (id) DO NOTHING",
                new { job.Id, job.Name, Bundle = CoreJson.Write(job.Bundle), SubmittedAt = Write(job.SubmittedAt) });
            return added == 1 ? true : throw new JobExistsException(job.Id);
        },
        cancellationToken);

    public Task<StoredJob?> FindAsync(string id, CancellationToken cancellationToken) => ReadAsync(
        async sql => (await sql.QueryAsync<JobRow>("SELECT id, name, bundle, submitted_at AS submittedat FROM jobs WHERE id = @id", new { id })).SingleOrDefault()?.ToJob(),
        cancellationToken);

    public Task<ImmutableArray<StoredJob>> ListAsync(CancellationToken cancellationToken) => ReadAsync(
        async sql => (await sql.QueryAsync<JobRow>("SELECT id, name, bundle, submitted_at AS submittedat FROM jobs ORDER BY submitted_at DESC, ordinal DESC"))
            .Select(row => row.ToJob())
            .ToImmutableArray(),
        cancellationToken);

    public Task<long> AppendAsync(string id, long expectedVersion, ImmutableArray<JobEvent> events, CancellationToken cancellationToken) => WriteAsync(
        async sql =>
        {
            var version = expectedVersion + events.Length;
            var moved = await sql.ExecuteAsync(
                "UPDATE jobs SET version = @version WHERE id = @id AND version = @expectedVersion", new { id, version, expectedVersion });
            if (moved == 0)
            {
                throw await sql.QueryAsync<long>("SELECT version FROM jobs WHERE id = @id", new { id }) is [var actual]
                    ? new ConcurrencyException(id, expectedVersion, actual)
                    : new NoSuchJobException(id);
            }

            for (var index = 0; index < events.Length; index++)
            {
                await sql.ExecuteAsync(
                    "INSERT INTO events (job, version, body) VALUES (@id, @version, @body)",
                    new { id, version = expectedVersion + index + 1, body = CoreJson.Write(events[index]) });
            }

            return version;
        },
        cancellationToken);

    public Task<ImmutableArray<JobEvent>> ReadAsync(string id, long fromVersion, CancellationToken cancellationToken) => ReadAsync(
        async sql => (await sql.QueryAsync<string>("SELECT body FROM events WHERE job = @id AND version > @fromVersion ORDER BY version", new { id, fromVersion }))
            .Select(CoreJson.Read<JobEvent>)
            .ToImmutableArray(),
        cancellationToken);

    public Task PutEvidenceAsync(string id, int trial, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => WriteAsync(
        async sql =>
        {
            if (await sql.QueryAsync<string>("SELECT id FROM jobs WHERE id = @id", new { id }) is [])
            {
                throw new NoSuchJobException(id);
            }

            return await sql.ExecuteAsync(
                "INSERT INTO evidence (job, trial, name, content) VALUES (@id, @trial, @name, @content) "
                + "ON CONFLICT (job, trial, name) DO UPDATE SET content = excluded.content",
                new { id, trial, name, content = content.ToArray() });
        },
        cancellationToken);

    public Task<ReadOnlyMemory<byte>?> GetEvidenceAsync(string id, int trial, string name, CancellationToken cancellationToken) =>
        ReadAsync<ReadOnlyMemory<byte>?>(
            async sql => await sql.QueryAsync<byte[]>(
                "SELECT content FROM evidence WHERE job = @id AND trial = @trial AND name = @name", new { id, trial, name }) is [var content]
                ? (ReadOnlyMemory<byte>?)content
                : null,
            cancellationToken);

    public Task<ImmutableArray<EvidenceName>> ListEvidenceAsync(string id, CancellationToken cancellationToken) => ReadAsync(
        async sql => (await sql.QueryAsync<EvidenceRow>(
                "SELECT trial, name, length(content) AS bytes FROM evidence WHERE job = @id ORDER BY trial, name", new { id }))
            .Select(row => new EvidenceName((int)row.Trial, row.Name, row.Bytes))
            .ToImmutableArray(),
        cancellationToken);

    public Task PutStateAsync(string key, string? json, CancellationToken cancellationToken) => WriteAsync(
        sql => json is null
            ? sql.ExecuteAsync("DELETE FROM state WHERE key = @key", new { key })
            : sql.ExecuteAsync("INSERT INTO state (key, json) VALUES (@key, @json) ON CONFLICT (key) DO UPDATE SET json = excluded.json", new { key, json }),
        cancellationToken);

    public Task<string?> GetStateAsync(string key, CancellationToken cancellationToken) => ReadAsync(
        async sql => (await sql.QueryAsync<string>("SELECT json FROM state WHERE key = @key", new { key })).SingleOrDefault(),
        cancellationToken);

    public Task<bool> SwapStateAsync(string key, string? expected, string? json, CancellationToken cancellationToken) => WriteAsync(
        async sql => (expected, json) switch
        {
            (null, null) => await sql.QueryAsync<string>("SELECT key FROM state WHERE key = @key", new { key }) is [],
            (null, _) => await sql.ExecuteAsync("INSERT INTO state (key, json) VALUES (@key, @json) ON CONFLICT (key) DO NOTHING", new { key, json }) == 1,
            (_, null) => await sql.ExecuteAsync("DELETE FROM state WHERE key = @key AND json = @expected", new { key, expected }) == 1,
            _ => await sql.ExecuteAsync("UPDATE state SET json = @json WHERE key = @key AND json = @expected", new { key, expected, json }) == 1,
        },
        cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>A connection to read with: it sees what is committed and waits for no writer.</summary>
    protected abstract Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken);

    /// <summary>Runs a write on a connection of its own, one transaction, committed durably where the action returns.</summary>
    protected abstract Task<T> WriteInTransactionAsync<T>(Func<SqlSession, Task<T>> action, CancellationToken cancellationToken);

    /// <summary>What an error of the database means to the reader of the message.</summary>
    protected abstract StoreException Explain(DbException exception);

    private async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenReaderAsync(cancellationToken);
            return await action(new SqlSession(connection, null, cancellationToken));
        }
        catch (DbException exception)
        {
            throw Explain(exception);
        }
    }

    private async Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteInTransactionAsync(action, cancellationToken);
        }
        catch (DbException exception)
        {
            throw Explain(exception);
        }
    }

    private static string Write(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Filled by property: of an empty result SQLite cannot say which type a computed column has.</summary>
    private sealed class EvidenceRow
    {
        public long Trial { get; init; }

        public string Name { get; init; } = string.Empty;

        public long Bytes { get; init; }
    }

    private sealed record JobRow(string Id, string Name, string Bundle, string SubmittedAt)
    {
        public StoredJob ToJob() =>
            new(Id, Name, CoreJson.Read<JobBundle>(Bundle), DateTimeOffset.Parse(SubmittedAt, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
    }
}
