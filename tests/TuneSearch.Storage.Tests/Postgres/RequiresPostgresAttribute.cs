using TuneSearch.Testing.Requirements;

namespace TuneSearch.Storage.Tests.Postgres;

/// <summary>A PostgreSQL server in whose database the tests may create schemas.</summary>
internal sealed class RequiresPostgresAttribute : RequirementAttribute
{
    public static string? ConnectionString { get; } = Environment.GetEnvironmentVariable("TUNESEARCH_TEST_POSTGRES");

    public override string? Missing => ConnectionString is null
        ? "TUNESEARCH_TEST_POSTGRES names no PostgreSQL server; set it to a connection string such as «Host=127.0.0.1;Database=tunesearch_test;Username=postgres»."
        : null;
}
