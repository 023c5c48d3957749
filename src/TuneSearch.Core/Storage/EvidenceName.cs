namespace TuneSearch.Core.Storage;

public sealed record EvidenceName(int Trial, string Name, long Bytes);
