using System.Data.Common;
using Npgsql;
using TuneSearch.Core.Storage;
using TuneSearch.Storage.Sql;

namespace TuneSearch.Storage.Postgres;

/// <summary>A schema of a PostgreSQL database, for several daemons that share their jobs.</summary>
public sealed class PostgresJobStore : SqlJobStore, ISharedStore
{
    private readonly NpgsqlDataSource _source;
    private readonly string _where;
    private readonly string _schema;

    private PostgresJobStore(NpgsqlDataSource source, string where, string schema)
    {
        _source = source;
        _where = where;
        _schema = schema;
    }

    /// <summary>Connects and brings the schema up to date, creating it where it is missing.</summary>
    /// <param name="schema">Letters, digits and underscores.</param>
    /// <exception cref="StoreException">The server cannot be reached, refuses, or a newer version wrote the schema.</exception>
    public static PostgresJobStore Open(string connectionString, string schema = "tunesearch")
    {
        if (schema.Length == 0 || !schema.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            throw new StoreException($"The PostgreSQL schema '{schema}' must consist of letters, digits and underscores. Name another.");
        }

        var where = "named by its connection string";
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema };
            where = $"{builder.Host}:{builder.Port}/{builder.Database}";
            var source = NpgsqlDataSource.Create(builder);
            using var connection = source.OpenConnection();
            PostgresSchema.Bring(connection, schema);
            return new PostgresJobStore(source, where, schema);
        }
        catch (DbException exception)
        {
            throw PostgresFailure.Explain(where, exception);
        }
        catch (ArgumentException exception)
        {
            throw new StoreException($"The PostgreSQL connection string cannot be read: {exception.Message}. Write it as «Host=…;Database=…;Username=…».", exception);
        }
    }

    public string Where => $"the PostgreSQL store {_where}, schema '{_schema}'";

    public async Task<IStoreClaim?> TryClaimAsync(bool isAlone, CancellationToken cancellationToken)
    {
        try
        {
            return await PostgresClaim.TryAsync(_source, _schema, isAlone, cancellationToken);
        }
        catch (DbException exception)
        {
            throw Explain(exception);
        }
    }

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    protected override async Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    protected override async Task<T> WriteInTransactionAsync<T>(Func<SqlSession, Task<T>> action, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await action(new SqlSession(connection, transaction, cancellationToken));
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    protected override StoreException Explain(DbException exception) => PostgresFailure.Explain(_where, exception);
}
