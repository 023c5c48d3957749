using System.Collections.Immutable;
using System.Text.Json;
using TuneSearch.Core.Planning;

namespace TuneSearch.Kafka.Planning;

/// <summary>
/// What stood at every place before TuneSearch wrote to it, in a file that is on disk before the write it would undo.
/// The first value of a place counts: it is the one that was found.
/// </summary>
/// <param name="path">The file; it exists as long as there is something to undo.</param>
internal sealed class UndoJournal(string path)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public ImmutableArray<SettingEdit> Entries { get; private set; } = Read(path);

    /// <summary>Adds what is not in it yet and returns when that is on disk.</summary>
    public void Record(IEnumerable<SettingEdit> before)
    {
        var added = before.Where(e => !Entries.Any(known => known.Id == e.Id)).ToList();
        if (added.Count > 0)
        {
            Write(Entries.AddRange(added));
        }
    }

    /// <summary>These places are gone, so there is nothing to undo there.</summary>
    public void Forget(Func<SettingEdit, bool> gone)
    {
        var left = Entries.Where(entry => !gone(entry)).ToImmutableArray();
        if (left.IsEmpty)
        {
            Clear();
        }
        else if (left.Length < Entries.Length)
        {
            Write(left);
        }
    }

    /// <summary>Everything is as it was found.</summary>
    public void Clear()
    {
        File.Delete(path);
        Entries = [];
    }

    private static ImmutableArray<SettingEdit> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<ImmutableArray<SettingEdit>>(File.ReadAllBytes(path), Json);
        }
        catch (JsonException error)
        {
            throw new ClusterFaultException($"The undo journal '{path}' cannot be read ({error.Message}); put the cluster's settings right by hand and remove the file.", error);
        }
    }

    /// <summary>A new file replaces the old one whole: a kill at any instant leaves one of the two.</summary>
    private void Write(ImmutableArray<SettingEdit> entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = path + ".new";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, entries, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        Entries = entries;
    }
}
