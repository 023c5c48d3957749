using Npgsql;
using TuneSearch.Core.Storage;
using TuneSearch.Storage.Postgres;
using TuneSearch.Testing.Requirements;

namespace TuneSearch.Storage.Tests.Postgres;

[RequiresPostgres]
public sealed class PostgresJobStoreTests : SharedStoreConformance
{
    private static int s_tests;

    /// <summary>Each test has a schema of its own.</summary>
    private readonly string _schema = $"tunesearch_test_{Environment.ProcessId}_{Interlocked.Increment(ref s_tests)}";

    private protected override string[] ChildArguments => StoreArgument.Of<PostgresJobStore>(RequiresPostgresAttribute.ConnectionString!, _schema);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await ExecuteAsync($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
    }

    [RequiringFact]
    public async Task Open_ASchemaOfANewerVersion_IsRefused()
    {
        await ExecuteAsync($"UPDATE {_schema}.schema_version SET version = 99");

        Should.Throw<StoreException>(() => PostgresJobStore.Open(RequiresPostgresAttribute.ConnectionString!, _schema)).Message.ShouldBe(
            $"Schema '{_schema}' of the PostgreSQL store has version 99, but this TuneSearch knows versions up to 1: a newer one wrote it. "
            + "Use that one, or name another schema.");
    }

    protected override Task<IJobStore> OpenAsync() =>
        Task.FromResult<IJobStore>(PostgresJobStore.Open(RequiresPostgresAttribute.ConnectionString!, _schema));

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(RequiresPostgresAttribute.ConnectionString!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
