using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Answers;

/// <summary>One setting of the answer that differs from the baseline.</summary>
/// <param name="Baseline">Null where the parameter was inactive.</param>
/// <param name="Effect">What taking this one setting back would cost, as a relative change of the objective; null where it was not measured.</param>
public sealed record SettingChange(string Parameter, ParameterValue? Baseline, ParameterValue Tuned, Estimate? Effect = null);
