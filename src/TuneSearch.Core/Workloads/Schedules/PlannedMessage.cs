namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>One message as the plan wants it.</summary>
/// <param name="Seconds">Intended send since the phase began.</param>
/// <param name="Payload">Which of the producer's <see cref="PayloadPool"/>.</param>
/// <param name="Key"><see cref="KeySampler.None"/> for no key.</param>
/// <param name="Topic">Of the profile, from 0.</param>
public readonly record struct PlannedMessage(double Seconds, int Payload, int Key, int Topic);
