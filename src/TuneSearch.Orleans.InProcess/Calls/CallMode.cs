namespace Orleans.Runtime;

/// <summary>What a method's marks allow beside it.</summary>
internal enum CallMode
{
    /// <summary>Nothing: the next call waits for the whole of this one.</summary>
    Exclusive,
    ReadOnly,
    AlwaysInterleave,
}
