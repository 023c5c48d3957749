using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

using TuneSearch.Core.Validation;

namespace TuneSearch.Daemon.Hosting;

/// <summary>Lets a host be built whose settings are right, and else says all that is wrong with them at once.</summary>
/// <remarks>Before it is built, for the framework asks for options while it builds, and would end at the first that are wrong.</remarks>
internal static class SettingsGate
{
    /// <param name="misread">What could not even be read; its default stands in for it, so that the rest can be judged.</param>
    /// <exception cref="InvalidInputException">Something is wrong.</exception>
    public static void Require(IServiceCollection services, IEnumerable<Problem> misread)
    {
        Problem[] problems = [.. misread, .. Failures(services).Select(text => new Problem("settings", text.TrimEnd('.'), "Change it in the settings file, the environment or the command line"))];
        if (problems.Length > 0)
        {
            throw new InvalidInputException(problems);
        }
    }

    private static IEnumerable<string> Failures(IServiceCollection services)
    {
        // Of its own, and only validators are made in it.
        using var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException one)
        {
            return one.Failures;
        }
        catch (AggregateException several) when (several.InnerExceptions.All(failure => failure is OptionsValidationException))
        {
            return several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(failure => failure.Failures);
        }
    }
}
