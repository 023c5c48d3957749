using Microsoft.Extensions.Options;

namespace TuneSearch.Grains.Hosting;

/// <summary>The laws between the times.</summary>
internal sealed class GrainOptionsValidator : IValidateOptions<GrainOptions>
{
    public ValidateOptionsResult Validate(string? name, GrainOptions options) => options.Heartbeat < options.LeaseTerm / 4
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            $"Grains:Heartbeat is {options.Heartbeat}, but must be below a quarter of Grains:LeaseTerm, which is {options.LeaseTerm}: "
            + "a lease is renewed by heartbeats and should survive a few that are lost. Shorten the heartbeat or lengthen the term.");
}
