namespace TuneSearch.Core.Clusters;

/// <summary>A file that was kept while a trial ran: a profile, a heap dump, a broker's last words.</summary>
/// <param name="Name">Letters, digits, dots, hyphens and underscores; the same name again takes the place of the earlier file.</param>
public sealed record EvidenceFile(string Name, ReadOnlyMemory<byte> Content);
