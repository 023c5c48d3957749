using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>All activations of the process, and the way to them.</summary>
internal sealed partial class GrainRuntime(
    IServiceProvider services,
    IOptions<InProcessOrleansOptions> options,
    TimeProvider time,
    ILogger<GrainRuntime> logger) : IGrainFactory
{
    private readonly GrainCatalogue _catalogue = new(options.Value.GrainAssemblies);
    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private volatile bool _stopping;

    public IServiceProvider Services => services;

    public InProcessOrleansOptions Options => options.Value;

    public TimeProvider Time => time;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Reference<TGrainInterface>(primaryKey);
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        Reference<TGrainInterface>(primaryKey.ToString(CultureInfo.InvariantCulture));

    public Task<object?> SendAsync(GrainId target, GrainMethod method, object?[] arguments)
    {
        var request = new MethodRequest(target, method, arguments, options.Value.ResponseTimeout, time);
        Deliver(target, request);
        return request.Answered;
    }

    /// <summary>Moves a request from an activation that has ended to the next one.</summary>
    public void Reroute(Request request) => Deliver(((MethodRequest)request).Target, request);

    public void Remove(Activation activation) => _activations.TryRemove(new KeyValuePair<GrainId, Activation>(activation.GrainId, activation));

    /// <summary>Ends activations that nothing has used for <see cref="InProcessOrleansOptions.CollectionAge"/>.</summary>
    public void CollectIdle()
    {
        foreach (var activation in _activations.Values.Where(activation => activation.IsIdle(Options.CollectionAge)))
        {
            activation.Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, $"Not used for {Options.CollectionAge}."));
        }
    }

    /// <summary>Ends every activation in good order: calls that run may end, new grains are refused.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        while (!_activations.IsEmpty)
        {
            var activations = _activations.Values.ToArray();
            foreach (var activation in activations)
            {
                activation.Deactivate(new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The process is shutting down."), cancellationToken);
            }

            await Task.WhenAll(activations.Select(activation => activation.Deactivated)).WaitAsync(cancellationToken);
        }
    }

    private TGrainInterface Reference<TGrainInterface>(string key)
        where TGrainInterface : IGrain =>
        GrainProxy.Create<TGrainInterface>(this, new GrainId(_catalogue.ImplementerOf(typeof(TGrainInterface)).Name, key));

    private void Deliver(GrainId target, Request request)
    {
        while (true)
        {
            if (!_activations.TryGetValue(target, out var activation))
            {
                if (_stopping)
                {
                    request.Reject(new OrleansException($"Grain {target} was called while the process is shutting down. Call again once it runs."));
                    return;
                }

                activation = _activations.GetOrAdd(target, id => new Activation(this, id, _catalogue.ClassNamed(id.Type)));
            }

            if (activation.TryReceive(request))
            {
                return;
            }

            Remove(activation);
        }
    }
}
