using System.Reflection;

namespace Orleans.Runtime;

/// <summary>A method that returns <see cref="Task{TResult}"/>.</summary>
internal sealed class ValueGrainMethod<T>(MethodInfo method) : GrainMethod(method)
{
    public override object Call(GrainRuntime runtime, GrainId target, object?[] arguments) => CallAsync(runtime, target, arguments);

    public override async Task<object?> InvokeAsync(object grain, object?[] arguments) => await (Task<T>)InvokeMethod(grain, arguments)!;

    private async Task<T> CallAsync(GrainRuntime runtime, GrainId target, object?[] arguments) =>
        (T)(await runtime.SendAsync(target, this, arguments))!;
}
