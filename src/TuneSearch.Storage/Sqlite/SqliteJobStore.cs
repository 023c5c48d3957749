using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using TuneSearch.Core.Storage;
using TuneSearch.Storage.Sql;

namespace TuneSearch.Storage.Sqlite;

/// <summary>One SQLite file: write-ahead log, one writer at a time, readers beside it, every commit synced to the disk.</summary>
public sealed class SqliteJobStore : SqlJobStore
{
    /// <summary>How long a writer waits for another process's transaction.</summary>
    private const int BusySeconds = 10;

    private readonly string _path;
    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private bool _disposed;

    private SqliteJobStore(string path, string connectionString, SqliteConnection writer)
    {
        _path = path;
        _connectionString = connectionString;
        _writer = writer;
    }

    /// <summary>Opens the file, creates it where it is missing, and brings its schema up to date.</summary>
    /// <exception cref="StoreException">It cannot be opened, or a newer version wrote it.</exception>
    public static SqliteJobStore Open(string path) => Open(path, maxPages: null);

    /// <param name="maxPages">The most pages of 4 KiB that the file may have: a disk that is soon full, for tests.</param>
    internal static SqliteJobStore Open(string path, int? maxPages)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = BusySeconds }.ToString();
        var writer = new SqliteConnection(connectionString);
        try
        {
            // SQLite gives its log and its index the rights of the database; those of an earlier version may be there still.
            PrivateFile.Ensure(path);
            foreach (var left in new[] { $"{path}-wal", $"{path}-shm" }.Where(File.Exists))
            {
                PrivateFile.Ensure(left);
            }

            writer.Open();

            // FULL: a commit that returned is in the log on disk, so that it survives the power as well as the process.
            writer.Execute($"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = {BusySeconds}000;");
            if (maxPages is { } limit)
            {
                writer.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {limit}"));
            }

            SqliteSchema.Bring(writer, path);
            return new SqliteJobStore(path, connectionString, writer);
        }
        catch (Exception exception)
        {
            writer.Dispose();
            throw exception is DbException failure ? SqliteFailure.Explain(path, failure) : exception;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _writing.WaitAsync();
        await _writer.DisposeAsync();
        using var pooled = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pooled);
        _writing.Dispose();
    }

    /// <summary>A setting of the writing connection, as SQLite tells it.</summary>
    internal string? WriterPragma(string name) => _writer.ExecuteScalar<string>($"PRAGMA {name}");

    protected override async Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    protected override async Task<T> WriteInTransactionAsync<T>(Func<SqlSession, Task<T>> action, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = _writer.BeginTransaction(deferred: false);
            var result = await action(new SqlSession(_writer, transaction, cancellationToken));
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    protected override StoreException Explain(DbException exception) => SqliteFailure.Explain(_path, exception);
}
