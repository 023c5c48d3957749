using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>What the runtime knows of one grain class.</summary>
internal sealed class GrainClass(Type type)
{
    private const string Suffix = "Grain";

    public Type Type => type;

    public bool IsReentrant { get; } = type.IsDefined(typeof(ReentrantAttribute));

    /// <summary>Orleans' own rule: the class's name in lower case without «Grain» at its end.</summary>
    public string Name { get; } =
        (type.Name.EndsWith(Suffix, StringComparison.Ordinal) && type.Name.Length > Suffix.Length ? type.Name[..^Suffix.Length] : type.Name).ToLowerInvariant();

    /// <summary>Makes an instance inside a turn of its activation.</summary>
    public GrainInstance CreateInstance(IServiceProvider services, Activation activation)
    {
        var scope = services.CreateAsyncScope();
        try
        {
            var states = StateParameters().Select(parameter => CreateState(parameter, scope.ServiceProvider, activation.GrainId)).ToArray();
            activation.EnterScope(scope.ServiceProvider);
            var grain = (IGrainBase)ActivatorUtilities.CreateInstance(scope.ServiceProvider, type, states);
            return new GrainInstance(grain, scope, [.. states.Cast<ILoadedState>()]);
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    private IEnumerable<ParameterInfo> StateParameters() =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Where(parameter => parameter.IsDefined(typeof(PersistentStateAttribute)));

    private object CreateState(ParameterInfo parameter, IServiceProvider services, GrainId grainId)
    {
        var mark = parameter.GetCustomAttribute<PersistentStateAttribute>()!;
        var storage = (mark.StorageName is null ? services.GetService<IGrainStorage>() : services.GetKeyedService<IGrainStorage>(mark.StorageName))
            ?? throw new OrleansException(
                $"Grain class {type.Name} keeps its state '{mark.StateName}' in storage '{mark.StorageName ?? "(default)"}', but none is registered under that name. "
                + $"Register one with AddKeyedSingleton<{nameof(IGrainStorage)}>.");
        var state = typeof(PersistentState<>).MakeGenericType(parameter.ParameterType.GetGenericArguments());
        return Activator.CreateInstance(state, mark.StateName, grainId, storage)!;
    }
}
