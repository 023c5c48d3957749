using System.Reflection;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.Tests;

/// <summary>Tells a child process which store to open: the adapter's type and what its Open wants.</summary>
internal static class StoreArgument
{
    public static string[] Of<TStore>(params string[] open)
        where TStore : IJobStore => [typeof(TStore).AssemblyQualifiedName!, .. open];

    public static IJobStore Open(string[] arguments)
    {
        var type = Type.GetType(arguments[0], throwOnError: true)!;
        var open = type.GetMethod("Open", BindingFlags.Public | BindingFlags.Static)!;
        var given = arguments[1..];
        var parameters = open.GetParameters().Select((parameter, index) => index < given.Length ? given[index] : parameter.DefaultValue);
        return (IJobStore)open.Invoke(null, [.. parameters])!;
    }
}
