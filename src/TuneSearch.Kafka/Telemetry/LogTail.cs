namespace TuneSearch.Kafka.Telemetry;

/// <summary>What is written to a log from now on.</summary>
internal sealed class LogTail(string file)
{
    private readonly long _start = File.Exists(file) ? new FileInfo(file).Length : 0;

    /// <summary>Everything since; from the file's beginning where it was rotated meanwhile.</summary>
    public string Read()
    {
        if (!File.Exists(file))
        {
            return string.Empty;
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(stream.Length >= _start ? _start : 0, SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
