using System.Collections.Immutable;
using System.Text;

namespace TuneSearch.Core.Planning;

/// <summary>How a cluster comes from what runs to what is wanted.</summary>
/// <param name="Undo">What stood at every place the plan writes to, to be kept safe before the first step.</param>
public sealed record ChangePlan(ImmutableArray<PlanStep> Steps, ImmutableArray<SettingEdit> Undo)
{
    public static readonly ChangePlan Empty = new([], []);

    public bool IsEmpty => Steps.IsEmpty;

    public int Restarts => Steps.OfType<RestartStep>().Count();

    /// <summary>The plan as a person reads it, a line a step.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (var (step, index) in Steps.Select((step, index) => (step, index)))
        {
            var what = step switch
            {
                RestartStep restart => $"restart broker {restart.Broker}",
                AlterStep => "change while running",
                KernelStep => "change the kernel",
                _ => "call the user's command",
            };
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1}. {what}: {string.Join("; ", step.Edits)}\n");
        }

        return text.Length == 0 ? "nothing to change\n" : text.ToString();
    }
}
