namespace TuneSearch.Storage.Sql;

/// <summary>One step of a schema. Steps are only ever added: a stored version counts them.</summary>
/// <param name="Does">What it adds, in a few words.</param>
internal sealed record Migration(string Does, string Sql);
