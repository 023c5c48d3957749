using TuneSearch.Core.Measurements;

namespace TuneSearch.Kafka.Clusters.Command;

/// <param name="InStep">Whether the evaluator is alive and its next line will answer the next question.</param>
internal sealed record EvaluatorAnswer(TrialOutcome Outcome, bool InStep = true);
