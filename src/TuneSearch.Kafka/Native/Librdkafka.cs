using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TuneSearch.Core.Validation;

namespace TuneSearch.Kafka.Native;

/// <summary>Makes Confluent.Kafka and this assembly find the same librdkafka.</summary>
/// <remarks>
/// Confluent.Kafka looks for the package librdkafka.redist, which not every feed has, and opens files by way of «libdl», which glibc
/// 2.34 and later only have as libdl.so.2. A resolver for both assemblies answers both names. A process has one resolver an
/// assembly, so the loaded library is the one thing here that is the process's and not an object's.
/// </remarks>
public static class Librdkafka
{
    internal const string Name = "librdkafka";

    private static readonly Lazy<(IntPtr Library, LibrdkafkaMissingException? Missing)> Loaded = new(Load);

    /// <summary>Whether the library can be used; loads it the first time.</summary>
    public static bool IsAvailable => Loaded.Value.Missing is null;

    /// <summary>What to tell a job that needs the library where it cannot be used.</summary>
    internal static Problem Problem => new(
        "cluster",
        $"the load's clients stand on librdkafka, which {(Loaded.Value.Missing is { } missing ? missing.Why : "is here")}",
        LibrdkafkaMissingException.Remedy);

    /// <exception cref="LibrdkafkaMissingException">With what was looked for and the way out.</exception>
    public static void EnsureLoaded()
    {
        if (Loaded.Value.Missing is { } missing)
        {
            throw missing;
        }
    }

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A resolver must stand before the first call into the library, whoever makes it.")]
    internal static void Register()
    {
        NativeLibrary.SetDllImportResolver(typeof(Confluent.Kafka.Library).Assembly, Resolve);
        NativeLibrary.SetDllImportResolver(typeof(Librdkafka).Assembly, Resolve);
    }

    /// <summary>Zero leaves the name to the runtime's own search.</summary>
    private static IntPtr Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        if (library.Contains("rdkafka", StringComparison.Ordinal))
        {
            return Loaded.Value.Library;
        }

        return library == "libdl" && NativeLibrary.TryLoad("libdl.so.2", out var dl) ? dl : IntPtr.Zero;
    }

    /// <summary>The first file that this system can load: the package has one for each family of C libraries, and which fits shows only then.</summary>
    /// <param name="elsewhere">What the system's own search finds, or zero; asked where no file was found and none was named.</param>
    internal static (IntPtr Library, LibrdkafkaMissingException? Missing) LoadFirst(
        LibrdkafkaLocator locator, string baseDirectory, Func<string, IntPtr> load, Func<IntPtr> elsewhere)
    {
        var refused = ImmutableArray.CreateBuilder<string>();
        foreach (var path in locator.Find(baseDirectory))
        {
            try
            {
                return (load(path), null);
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
            {
                refused.Add($"{path} ({e.Message.ReplaceLineEndings(" ").Trim()})");
            }
        }

        var found = refused.Count > 0 || locator.IsNamed ? IntPtr.Zero : elsewhere();
        return found != IntPtr.Zero ? (found, null) : (IntPtr.Zero, new LibrdkafkaMissingException(locator.Places(baseDirectory), refused.ToImmutable()));
    }

    private static (IntPtr, LibrdkafkaMissingException?) Load() =>
        LoadFirst(LibrdkafkaLocator.OfThisProcess, AppContext.BaseDirectory, NativeLibrary.Load, LoadElsewhere);

    /// <summary>Where the runtime knows the package librdkafka.redist to be (this search does not come back to the resolver), then the system's own.</summary>
    private static IntPtr LoadElsewhere() =>
        NativeLibrary.TryLoad(Name, typeof(Confluent.Kafka.Library).Assembly, null, out var packaged) ? packaged
        : NativeLibrary.TryLoad("librdkafka.so.1", out var system) ? system
        : IntPtr.Zero;
}
