using TuneSearch.Core.Storage;

namespace TuneSearch.Grains.Messages;

/// <summary>A value of the domain on its way between grains, as the JSON that is stored too.</summary>
/// <remarks>
/// The domain knows nothing of Orleans, and Orleans writes no type of it on the wire, not even as the argument of a generic one: silos refuse
/// types that were not announced to them, and two versions of a silo still understand each other.
/// </remarks>
[GenerateSerializer]
[Immutable]
[Alias("TuneSearch.Json")]
public sealed record Json([property: Id(0)] string Text)
{
    /// <summary>Written as a <typeparamref name="T"/>: read it as that, the name of a derived type stands inside.</summary>
    public static Json Of<T>(T value) => new(CoreJson.Write(value));

    public T Read<T>() => CoreJson.Read<T>(Text);
}
