using System.Collections.Immutable;
using System.Text.Json;
using TuneSearch.Core.Planning;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>
/// What was last written to places that cannot be read back (JVM flags, kernels and infrastructure of other machines, the file of a
/// broker that does not serve), in a file
/// that is on disk before the write: after a crash it says too much rather than too little, and putting back once more is harmless.
/// </summary>
internal sealed class ValueMemory(string path)
{
    private ImmutableArray<SettingEdit> _values = File.Exists(path) ? JsonSerializer.Deserialize<ImmutableArray<SettingEdit>>(File.ReadAllBytes(path)) : [];

    /// <param name="serving">Brokers that were read: what their files say is known.</param>
    public ClusterState Add(ClusterState state, IReadOnlySet<string> serving) =>
        state.With(_values.Where(v => v.Id.Place.Kind != PlaceKind.Properties || !serving.Contains(v.Id.Place.Entity)));

    public void Remember(IEnumerable<SettingEdit> edits)
    {
        foreach (var edit in edits)
        {
            _values = [.. _values.Where(v => v.Id != edit.Id)];
            if (edit.Value is not null)
            {
                _values = _values.Add(edit);
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(_values));
        File.Move(path + ".new", path, overwrite: true);
    }
}
