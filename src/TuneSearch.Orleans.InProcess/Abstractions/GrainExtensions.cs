using System.Globalization;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Reads the key of a grain or of a reference to one.</summary>
public static class GrainExtensions
{
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        IGrainBase activated => activated.GrainContext.GrainId,
        GrainProxy proxy => proxy.GrainId,
        _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
    };

    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key;

    public static long GetPrimaryKeyLong(this IAddressable grain) => long.Parse(grain.GetGrainId().Key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
