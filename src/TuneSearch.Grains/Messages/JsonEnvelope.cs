using TuneSearch.Core.Storage;

namespace TuneSearch.Grains.Messages;

/// <summary>Wraps values for the way between grains.</summary>
public static class JsonEnvelope
{
    public static Json<T> Of<T>(T value) => new(CoreJson.Write(value));
}
