using System.Collections.Immutable;
using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Kernel;

/// <summary>The kernel settings (sysctl) of this machine, as far as the daemon's own settings allow them to be changed.</summary>
/// <param name="allowed">By name, as vm.swappiness.</param>
/// <param name="root">«/proc/sys»; tests give their own.</param>
internal sealed class KernelSettings(IReadOnlyCollection<string> allowed, string root = "/proc/sys")
{
    /// <summary>Writing one sets the other to 0 (Documentation/admin-guide/sysctl/vm.rst), and writing 0 to it gives nothing back.</summary>
    private static readonly (string Ratio, string Bytes)[] Pairs = [("vm.dirty_ratio", "vm.dirty_bytes"), ("vm.dirty_background_ratio", "vm.dirty_background_bytes")];

    public bool Allows(string name) => allowed.Contains(name);

    /// <summary>Why a setting cannot be changed so that it can be put back; null where it can.</summary>
    public string? WhyNotUndone(string name)
    {
        if (Pairs.FirstOrDefault(pair => pair.Bytes == name) is { Ratio: { } ratio })
        {
            return $"writing {name} sets {ratio} to 0, which nothing undoes; search {ratio}";
        }

        return Pairs.FirstOrDefault(pair => pair.Ratio == name) is { Bytes: { } bytes } && ValueOf(bytes) is { } counts && counts != "0"
            ? $"this machine counts in bytes ({bytes} = {counts}), and writing {name} sets that to 0, which nothing undoes"
            : null;
    }

    /// <summary>Adds the present values of the allowed settings among <paramref name="names"/>.</summary>
    public ClusterState Read(ClusterState state, IEnumerable<string> names) =>
        state.With(names.Where(Allows).Select(name => (Name: name, Value: ValueOf(name))).Where(read => read.Value is not null)
            .Select(read => new SettingEdit(new SettingId(Place.Kernel, read.Name), read.Value)));

    public void Write(ImmutableArray<SettingEdit> edits)
    {
        foreach (var edit in edits)
        {
            if (!Allows(edit.Id.Name))
            {
                throw new SettingRefusedException($"The kernel setting '{edit.Id.Name}' is not among those this daemon may change.");
            }

            Write(edit);
        }
    }

    /// <summary>Writes what a journal kept of the kernel and empties it; also what is allowed no more, for it was changed when it was.</summary>
    /// <exception cref="ClusterFaultException">A setting cannot be written; the journal keeps it.</exception>
    public void PutBack(UndoJournal journal)
    {
        foreach (var edit in journal.Entries.Where(entry => entry.Id.Place.Kind == PlaceKind.Kernel))
        {
            try
            {
                Write(edit);
            }
            catch (SettingRefusedException refused)
            {
                throw new ClusterFaultException($"{refused.Message} It is not as it was found; write it yourself.", refused);
            }

            journal.Forget(entry => entry.Id == edit.Id);
        }

        journal.Clear();
    }

    private void Write(SettingEdit edit)
    {
        try
        {
            File.WriteAllText(FileOf(edit.Id.Name), edit.Value);
        }
        catch (Exception error) when (error is ArgumentException or IOException)
        {
            // The kernel answers a value it will not have with EINVAL.
            throw new SettingRefusedException($"{edit.Id.Name} = {edit.Value}: {error.Message}", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new ClusterFaultException($"{edit.Id.Name} cannot be written: {error.Message} Run the daemon with the right to change kernel settings.", error);
        }
    }

    /// <summary>Lists of numbers stand between tabs there and between blanks everywhere else. Null where the kernel has no such setting.</summary>
    private string? ValueOf(string name) =>
        File.Exists(FileOf(name)) ? string.Join(' ', File.ReadAllText(FileOf(name)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    private string FileOf(string name) => Path.Combine(root, name.Replace('.', '/'));
}
