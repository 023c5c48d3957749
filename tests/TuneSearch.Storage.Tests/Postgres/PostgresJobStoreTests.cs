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

    [RequiringFact]
    public async Task TryClaim_BesideOneThatIsAlone_IsRefusedUntilItLetsGo()
    {
        await using var one = Another();
        await using var two = Another();
        var alone = await one.TryClaimAsync(isAlone: true, CancellationToken.None);

        (await two.TryClaimAsync(isAlone: true, CancellationToken.None)).ShouldBeNull();
        (await two.TryClaimAsync(isAlone: false, CancellationToken.None)).ShouldBeNull();
        await alone!.DisposeAsync();
        await using var second = await two.TryClaimAsync(isAlone: true, CancellationToken.None);

        second.ShouldNotBeNull();
    }

    [RequiringFact]
    public async Task TryClaim_Together_HoldsBesideOthersAndKeepsOutWhoIsAlone()
    {
        await using var one = Another();
        await using var two = Another();
        await using var first = await one.TryClaimAsync(isAlone: false, CancellationToken.None);
        await using var second = await two.TryClaimAsync(isAlone: false, CancellationToken.None);

        first.ShouldNotBeNull();
        second.ShouldNotBeNull();
        (await two.TryClaimAsync(isAlone: true, CancellationToken.None)).ShouldBeNull();
    }

    [RequiringFact]
    public async Task Stands_WhenTheServerEndedTheSession_IsFalse()
    {
        await using var store = Another();
        await using var claim = await store.TryClaimAsync(isAlone: true, CancellationToken.None);
        (await claim!.StandsAsync(CancellationToken.None)).ShouldBeTrue();

        await ExecuteAsync(
            $"SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND (classid::bigint << 32 | objid::bigint) = hashtextextended('tunesearch daemon {_schema}', 0)");

        (await claim.StandsAsync(CancellationToken.None)).ShouldBeFalse();

        // Nor does it come back by itself: a new session has no lock, however well it answers.
        (await claim.StandsAsync(CancellationToken.None)).ShouldBeFalse();
    }

    private PostgresJobStore Another() => PostgresJobStore.Open(RequiresPostgresAttribute.ConnectionString!, _schema);

    protected override Task<IJobStore> OpenAsync() =>
        Task.FromResult<IJobStore>(PostgresJobStore.Open(RequiresPostgresAttribute.ConnectionString!, _schema));

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(RequiresPostgresAttribute.ConnectionString!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
