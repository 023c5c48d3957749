using System.Collections.Immutable;
using LiteDB;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.LiteDb;

/// <summary>One LiteDB file, held by one process. Every write ends with a checkpoint: LiteDB's own commit leaves its log to the operating system's cache.</summary>
public sealed class LiteDbJobStore : IJobStore
{
    private const int SchemaVersion = 1;

    private readonly string _path;
    private readonly FileStream _holder;
    private readonly Lock _gate = new();
    private LiteDatabase? _database;
    private bool _disposed;

    private LiteDbJobStore(string path, FileStream holder)
    {
        _path = path;
        _holder = holder;
    }

    /// <summary>Opens the file, creates it where it is missing.</summary>
    /// <exception cref="StoreException">It cannot be opened, it is damaged or no database, another process holds it, or a newer version wrote it.</exception>
    public static LiteDbJobStore Open(string path)
    {
        var store = new LiteDbJobStore(path, Hold(path));
        try
        {
            store.Locked(database => database.UserVersion);
            return store;
        }
        catch
        {
            store._holder.Dispose();
            throw;
        }
    }

    public Task CreateAsync(StoredJob job, CancellationToken cancellationToken) => WriteAsync(database =>
    {
        var jobs = database.GetCollection("jobs");
        return jobs.FindById(job.Id) is null
            ? jobs.Insert(LiteDbDocuments.Of(job, jobs.LongCount()))
            : throw new JobExistsException(job.Id);
    });

    public Task<StoredJob?> FindAsync(string id, CancellationToken cancellationToken) => ReadAsync(database =>
        database.GetCollection("jobs").FindById(id) is { } found ? LiteDbDocuments.ToJob(found) : null);

    public Task<ImmutableArray<StoredJob>> ListAsync(CancellationToken cancellationToken) => ReadAsync(database =>
        database.GetCollection("jobs").FindAll()
            .OrderByDescending(job => job["submittedAt"].AsString, StringComparer.Ordinal)
            .ThenByDescending(job => job["ordinal"].AsInt64)
            .Select(LiteDbDocuments.ToJob)
            .ToImmutableArray());

    public Task<long> AppendAsync(string id, long expectedVersion, ImmutableArray<JobEvent> events, CancellationToken cancellationToken) => WriteAsync(database =>
    {
        var jobs = database.GetCollection("jobs");
        var job = jobs.FindById(id) ?? throw new NoSuchJobException(id);
        if (job["version"].AsInt64 != expectedVersion)
        {
            throw new ConcurrencyException(id, expectedVersion, job["version"].AsInt64);
        }

        database.GetCollection("events").Insert(events.Select((happened, index) => LiteDbDocuments.Of(id, expectedVersion + index + 1, happened)));
        job["version"] = expectedVersion + events.Length;
        jobs.Update(job);
        return job["version"].AsInt64;
    });

    public Task<ImmutableArray<JobEvent>> ReadAsync(string id, long fromVersion, CancellationToken cancellationToken) => ReadAsync(database =>
        database.GetCollection("events")
            .Find(Query.Between("_id", LiteDbDocuments.EventKey(id, fromVersion + 1), LiteDbDocuments.EventKey(id, 999_999_999_999)))
            .Select(found => CoreJson.Read<JobEvent>(found["body"].AsString))
            .ToImmutableArray());

    public Task PutEvidenceAsync(string id, int trial, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => WriteAsync(database =>
    {
        if (database.GetCollection("jobs").FindById(id) is null)
        {
            throw new NoSuchJobException(id);
        }

        using var stream = new MemoryStream(content.ToArray());
        return Evidence(database).Upload(LiteDbDocuments.EvidenceKey(id, trial, name), name, stream).Length;
    });

    public Task<ReadOnlyMemory<byte>?> GetEvidenceAsync(string id, int trial, string name, CancellationToken cancellationToken) =>
        ReadAsync<ReadOnlyMemory<byte>?>(database =>
        {
            if (Evidence(database).FindById(LiteDbDocuments.EvidenceKey(id, trial, name)) is not { } found)
            {
                return null;
            }

            using var stream = new MemoryStream();
            found.CopyTo(stream);
            return stream.ToArray();
        });

    public Task<ImmutableArray<EvidenceName>> ListEvidenceAsync(string id, CancellationToken cancellationToken) => ReadAsync(database =>
        Evidence(database).Find(Query.StartsWith("_id", LiteDbDocuments.EvidencePrefix(id)))
            .OrderBy(found => found.Id, StringComparer.Ordinal)
            .Select(found => LiteDbDocuments.ToEvidence(found.Id, found.Length))
            .ToImmutableArray());

    public Task PutStateAsync(string key, string? json, CancellationToken cancellationToken) => WriteAsync(database => Put(database, key, json));

    public Task<string?> GetStateAsync(string key, CancellationToken cancellationToken) => ReadAsync(database => Get(database, key));

    public Task<bool> SwapStateAsync(string key, string? expected, string? json, CancellationToken cancellationToken) =>
        WriteAsync(database => Get(database, key) == expected && Put(database, key, json));

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _disposed = true;
            _database?.Dispose();
            _database = null;
            _holder.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>LiteDB's own file lock does not hold on Linux, and two writers would ruin the file.</summary>
    private static FileStream Hold(string path)
    {
        PrivateFile.Ensure($"{path}.lock");
        try
        {
            return new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (LiteDbFailure.IsOne(exception))
        {
            throw exception is IOException and not DirectoryNotFoundException
                ? new StoreException($"The store '{path}' is held by another process. End that process, or name another file.", exception)
                : LiteDbFailure.Explain(path, exception);
        }
    }

    private static ILiteStorage<string> Evidence(LiteDatabase database) => database.GetStorage<string>("evidence", "evidence_chunks");

    private static string? Get(LiteDatabase database, string key) => database.GetCollection("state").FindById(key)?["json"].AsString;

    private static bool Put(LiteDatabase database, string key, string? json)
    {
        var state = database.GetCollection("state");
        if (json is null)
        {
            state.Delete(key);
        }
        else
        {
            state.Upsert(new BsonDocument { ["_id"] = key, ["json"] = json });
        }

        return true;
    }

    private Task<T> ReadAsync<T>(Func<LiteDatabase, T> action) => Task.Run(() => Locked(action));

    private Task<T> WriteAsync<T>(Func<LiteDatabase, T> action) => Task.Run(() => Locked(database =>
    {
        database.BeginTrans();
        try
        {
            var result = action(database);
            database.Commit();
            database.Checkpoint();
            return result;
        }
        catch
        {
            database.Rollback();
            throw;
        }
    }));

    private T Locked<T>(Func<LiteDatabase, T> action)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            try
            {
                return action(_database ??= OpenDatabase());
            }
            catch (Exception exception) when (LiteDbFailure.IsOne(exception))
            {
                // After a failed write LiteDB does not trust itself any more: the next call opens the file anew.
                _database?.Dispose();
                _database = null;
                throw LiteDbFailure.Explain(_path, exception);
            }
        }
    }

    private LiteDatabase OpenDatabase()
    {
        LiteDbHeader.Require(_path);
        PrivateFile.Ensure(_path);
        PrivateFile.Ensure(LiteDbHeader.Log(_path));
        var database = new LiteDatabase(new ConnectionString { Filename = _path, Connection = ConnectionType.Direct });
        if (database.UserVersion > SchemaVersion)
        {
            var version = database.UserVersion;
            database.Dispose();
            throw new StoreException(
                $"The store '{_path}' has schema {version}, but this TuneSearch knows schemas up to {SchemaVersion}: a newer one wrote it. Use that one, or name another file.");
        }

        database.UserVersion = SchemaVersion;
        return database;
    }
}
