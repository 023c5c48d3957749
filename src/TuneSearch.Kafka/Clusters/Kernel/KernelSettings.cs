using System.Collections.Immutable;
using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Kernel;

/// <summary>The kernel settings (sysctl) of this machine, as far as the daemon's own settings allow them to be changed.</summary>
/// <param name="allowed">By name, as vm.swappiness.</param>
/// <param name="root">«/proc/sys»; tests give their own.</param>
internal sealed class KernelSettings(IReadOnlyCollection<string> allowed, string root = "/proc/sys")
{
    public bool Allows(string name) => allowed.Contains(name);

    /// <summary>Adds the present values of the allowed settings among <paramref name="names"/>.</summary>
    public ClusterState Read(ClusterState state, IEnumerable<string> names) =>
        state.With(names.Where(n => Allows(n) && File.Exists(FileOf(n)))
            .Select(n => new SettingEdit(new SettingId(Place.Kernel, n), File.ReadAllText(FileOf(n)).Trim())));

    public void Write(ImmutableArray<SettingEdit> edits)
    {
        foreach (var edit in edits)
        {
            if (!Allows(edit.Id.Name))
            {
                throw new SettingRefusedException($"The kernel setting '{edit.Id.Name}' is not among those this daemon may change.");
            }

            try
            {
                File.WriteAllText(FileOf(edit.Id.Name), edit.Value);
            }
            catch (ArgumentException error)
            {
                throw new SettingRefusedException($"{edit.Id.Name} = {edit.Value}: {error.Message}", error);
            }
            catch (IOException error)
            {
                // The kernel answers a value it will not have with EINVAL.
                throw new SettingRefusedException($"{edit.Id.Name} = {edit.Value}: {error.Message}", error);
            }
            catch (UnauthorizedAccessException error)
            {
                throw new ClusterFaultException($"{edit.Id.Name} cannot be written: {error.Message} Run the daemon with the right to change kernel settings.", error);
            }
        }
    }

    private string FileOf(string name) => Path.Combine(root, name.Replace('.', '/'));
}
