using System.Reflection;

namespace Orleans.Runtime;

/// <summary>A method that returns <see cref="Task"/>.</summary>
internal sealed class VoidGrainMethod(MethodInfo method) : GrainMethod(method)
{
    public override object Call(GrainRuntime runtime, GrainId target, object?[] arguments) => runtime.SendAsync(target, this, arguments);

    public override async Task<object?> InvokeAsync(object grain, object?[] arguments)
    {
        await (Task)InvokeMethod(grain, arguments)!;
        return null;
    }
}
