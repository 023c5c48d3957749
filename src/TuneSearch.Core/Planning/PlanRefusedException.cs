namespace TuneSearch.Core.Planning;

/// <summary>No plan leads from what runs to what is wanted.</summary>
public sealed class PlanRefusedException(string message) : Exception(message);
