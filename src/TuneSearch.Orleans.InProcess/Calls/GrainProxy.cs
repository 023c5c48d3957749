using System.Reflection;

namespace Orleans.Runtime;

/// <summary>A reference to a grain: an interface whose methods send calls. Equal to every other reference to the same grain through the same interface.</summary>
internal class GrainProxy : DispatchProxy
{
    private GrainRuntime? _runtime;
    private Type? _interface;

    public GrainId GrainId { get; private set; }

    public static T Create<T>(GrainRuntime runtime, GrainId grainId)
        where T : IGrain
    {
        var reference = Create<T, GrainProxy>();
        var proxy = (GrainProxy)(object)reference;
        proxy._runtime = runtime;
        proxy._interface = typeof(T);
        proxy.GrainId = grainId;
        return reference;
    }

    public override bool Equals(object? obj) => obj is GrainProxy other && other.GrainId == GrainId && other._interface == _interface;

    public override int GetHashCode() => HashCode.Combine(GrainId, _interface);

    public override string ToString() => $"{_interface?.Name} {GrainId}";

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        GrainMethod.Of(targetMethod!).Call(_runtime!, GrainId, args ?? []);
}
