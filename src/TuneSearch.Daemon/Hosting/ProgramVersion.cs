using System.Reflection;

namespace TuneSearch.Daemon.Hosting;

/// <summary>The version that the build wrote into this assembly.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
