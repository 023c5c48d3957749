using System.Data.Common;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.Postgres;

/// <summary>What PostgreSQL's error codes mean to a person (its manual, appendix A). Pure.</summary>
internal static class PostgresFailure
{
    public static StoreException Explain(string where, DbException exception) =>
        new($"The PostgreSQL store {where} {Why(exception.SqlState, exception.Message)}", exception);

    private static string Why(string? state, string message) => state switch
    {
        "28P01" or "28000" => "refuses the login. Look at user name and password in the connection string.",
        "3D000" => "has no such database. Create it, or name another.",
        "42501" => "does not give this user the rights. Grant it CREATE on the database, or create the schema for it.",
        "53100" => "could not write, because the server's disk is full. Free some space there and try again; what was acknowledged before is safe.",
        "53300" => "has no connection left. Raise max_connections, or end other clients.",
        null => $"cannot be reached: {message}. Look at host, port and whether the server runs.",
        _ => $"failed with {state}: {message}. Look at the server's log; what was acknowledged before is safe.",
    };
}
