namespace Orleans.Serialization;

/// <summary>An argument or a result is of a type that cannot cross a grain's border.</summary>
public sealed class CodecNotFoundException : Exception
{
    public CodecNotFoundException()
    {
    }

    public CodecNotFoundException(string message)
        : base(message)
    {
    }

    public CodecNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
