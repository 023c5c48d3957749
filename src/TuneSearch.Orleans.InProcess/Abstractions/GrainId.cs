namespace Orleans.Runtime;

/// <summary>Which grain: its type («searchjob» for SearchJobGrain) and its key.</summary>
public readonly record struct GrainId(string Type, string Key)
{
    /// <summary>«type/key», as Orleans writes it.</summary>
    public override string ToString() => $"{Type}/{Key}";
}
