using TuneSearch.Kafka.Load.Machine;

namespace TuneSearch.Kafka.Tests.Load.Machine;

public sealed class MachineReaderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tunesearch-machine").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Read_GeneratorAndBroker_AddsUpTheirTimeAndTheirWaiting()
    {
        Write("proc/stat", "cpu  30 0 0 30 0 0 0 0 0 0\ncpu0 10 0 0 10 0 0 0 0 0 0\ncpu1 20 0 0 20 0 0 0 0 0 0\n");
        Write("proc/7/status", "Name:\tx\nCpus_allowed_list:\t1-3,9\n");
        Write("proc/7/stat", "7 (x) S 1 1 1 0 -1 0 0 0 0 0 150 50 0 0 20 0 60 0 900 0 0 0");
        Write("proc/7/task/7/schedstat", "1 2000000000 3\n");
        Write("proc/7/task/8/schedstat", "1 500000000 3\n");
        Write("proc/9/stat", "9 (java) S 1 1 1 0 -1 0 0 0 0 0 300 0 0 0 20 0 60 0 900 0 0 0");
        Write("proc/9/task/9/schedstat", "1 1000000000 3\n");
        Write("proc/7/cgroup", "0::/load\n");
        Write("sys/fs/cgroup/load/cpu.stat", "throttled_usec 250000\n");

        new MachineReader(7, [9], _root).Read().ShouldBe(new MachineMoment(new ProcessorTimes(40, 20, 0), 2, 3, 3.5, 0.25));
    }

    [Fact]
    public void Read_NoProc_IsNothing() => new MachineReader(7, [9], _root).Read().ShouldBe(new MachineMoment(default, 0, 0, 0, 0));

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
