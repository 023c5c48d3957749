namespace Orleans.Runtime;

/// <summary>A state that is read when its activation starts.</summary>
internal interface ILoadedState
{
    Task ReadStateAsync();
}
