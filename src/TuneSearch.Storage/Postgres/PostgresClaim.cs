using System.Data.Common;
using Dapper;
using Npgsql;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.Postgres;

/// <summary>An advisory lock of a session of its own (PostgreSQL's manual, 13.3.5): the server lets go of it when the session ends, however it ends.</summary>
internal sealed class PostgresClaim : IStoreClaim
{
    private readonly NpgsqlConnection _session;

    private PostgresClaim(NpgsqlConnection session) => _session = session;

    /// <summary>Null where somebody else's hold does not allow it.</summary>
    public static async Task<PostgresClaim?> TryAsync(NpgsqlDataSource source, string schema, bool isAlone, CancellationToken cancellationToken)
    {
        var session = await source.OpenConnectionAsync(cancellationToken);
        var isHeld = false;
        try
        {
            var function = isAlone ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
            isHeld = await session.ExecuteScalarAsync<bool>(
                new CommandDefinition($"SELECT {function}(hashtextextended('tunesearch daemon ' || @schema, 0))", new { schema }, cancellationToken: cancellationToken));
            return isHeld ? new PostgresClaim(session) : null;
        }
        finally
        {
            if (!isHeld)
            {
                await session.DisposeAsync();
            }
        }
    }

    public Task<bool> StandsAsync(CancellationToken cancellationToken) => AnswersAsync("SELECT TRUE", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // A pooled session would keep the lock until it is used again. One that is lost has none.
        await AnswersAsync("SELECT pg_advisory_unlock_all() IS NOT NULL", CancellationToken.None);
        await _session.DisposeAsync();
    }

    /// <summary>Asks the session itself: Dapper would open a lost one anew, which answers but holds nothing.</summary>
    private async Task<bool> AnswersAsync(string question, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand(question, _session);
            return await command.ExecuteScalarAsync(cancellationToken) is true;
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            return false;
        }
    }
}
