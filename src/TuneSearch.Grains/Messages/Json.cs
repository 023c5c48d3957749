using TuneSearch.Core.Storage;

namespace TuneSearch.Grains.Messages;

/// <summary>A value of the domain on its way between grains, as the JSON that is stored too: the domain knows nothing of Orleans, and silos of two versions still understand each other.</summary>
[GenerateSerializer]
[Immutable]
[Alias("TuneSearch.Json`1")]
public sealed record Json<T>([property: Id(0)] string Text)
{
    public T Read() => CoreJson.Read<T>(Text);
}
