using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace TuneSearch.Kafka.Native;

/// <summary>Decides where librdkafka is: first the caller's word, then what set-up built, then beside the program. Pure but for asking whether files exist.</summary>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="exists">Whether a file is there.</param>
internal sealed class LibrdkafkaLocator(Func<string, string?> variable, Func<string, bool> exists)
{
    /// <summary>A full path; where it is set, nothing else is looked at.</summary>
    public const string Variable = "TUNESEARCH_LIBRDKAFKA";

    /// <summary>As set-up builds it, and as the package librdkafka.redist names it for Red Hat's family, for any other glibc (the same without Kerberos) and for musl.</summary>
    private static readonly string[] FileNames = ["librdkafka.so.1", "librdkafka.so", "centos8-librdkafka.so", "alpine-librdkafka.so"];

    public static LibrdkafkaLocator OfThisProcess { get; } = new(Environment.GetEnvironmentVariable, File.Exists);

    /// <summary>Whether the caller named a file, so that no other will do.</summary>
    public bool IsNamed => variable(Variable) is { Length: > 0 };

    /// <summary>The files that are there, best first; which of them this system can load only loading tells.</summary>
    /// <param name="baseDirectory">The program's folder.</param>
    public ImmutableArray<string> Find(string baseDirectory) => [.. Candidates(baseDirectory).Where(exists)];

    /// <summary>Where <see cref="Find"/> looks, as a person would say it.</summary>
    public ImmutableArray<string> Places(string baseDirectory) => variable(Variable) is { Length: > 0 } path
        ? [$"{path} (from {Variable})"]
        : [$".tools/librdkafka/{FileNames[0]} in {baseDirectory} and every folder above it", $"{FileNames[0]} beside the program", "the system's own librdkafka.so.1"];

    private IEnumerable<string> Candidates(string baseDirectory)
    {
        if (variable(Variable) is { Length: > 0 } path)
        {
            yield return path;
            yield break;
        }

        for (var folder = baseDirectory.TrimEnd('/', '\\'); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return Path.Combine(folder, ".tools", "librdkafka", FileNames[0]);
        }

        var native = Path.Combine(baseDirectory, "runtimes", $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", "native");
        foreach (var name in FileNames)
        {
            yield return Path.Combine(baseDirectory, name);
            yield return Path.Combine(native, name);
        }
    }
}
