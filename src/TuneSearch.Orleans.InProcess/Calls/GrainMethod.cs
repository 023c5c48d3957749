using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>What the runtime knows of one method of a grain interface.</summary>
internal abstract class GrainMethod(MethodInfo method)
{
    private static readonly ConcurrentDictionary<MethodInfo, GrainMethod> Known = new();

    public string Name { get; } = $"{method.DeclaringType?.Name}.{method.Name}";

    public CallMode Mode { get; } =
        method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? CallMode.AlwaysInterleave
        : method.IsDefined(typeof(ReadOnlyAttribute)) ? CallMode.ReadOnly
        : CallMode.Exclusive;

    public static GrainMethod Of(MethodInfo method) => Known.GetOrAdd(method, Create);

    /// <summary>Sends a call and gives the task in the method's own return type.</summary>
    public abstract object Call(GrainRuntime runtime, GrainId target, object?[] arguments);

    /// <summary>Runs the method on a grain, inside a turn of it.</summary>
    public abstract Task<object?> InvokeAsync(object grain, object?[] arguments);

    protected object? InvokeMethod(object grain, object?[] arguments) =>
        method.Invoke(grain, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static GrainMethod Create(MethodInfo method)
    {
        if (method.ReturnType == typeof(Task))
        {
            return new VoidGrainMethod(method);
        }

        if (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>))
        {
            var type = typeof(ValueGrainMethod<>).MakeGenericType(method.ReturnType.GetGenericArguments());
            return (GrainMethod)Activator.CreateInstance(type, method)!;
        }

        throw new NotSupportedException(
            $"{method.DeclaringType?.Name}.{method.Name} returns {method.ReturnType.Name}; methods of grain interfaces return Task or Task<T> here. Change its return type.");
    }
}
