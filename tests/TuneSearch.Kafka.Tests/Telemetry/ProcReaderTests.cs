using System.Collections.Immutable;
using TuneSearch.Kafka.Telemetry;

namespace TuneSearch.Kafka.Tests.Telemetry;

public sealed class ProcReaderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tunesearch-proc").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void ReadProcess_NameWithBlanksAndBrackets_CountsFieldsAfterIt()
    {
        Write("proc/42/stat", "42 (java (x) y) S 1 42 42 0 -1 4194304 100 0 0 0 150 50 0 0 20 0 60 0 900 4000000000 25 18446744073709551615");
        Write("proc/42/io", "rchar: 1\nwchar: 2\nread_bytes: 4096\nwrite_bytes: 8192\n");

        new ProcReader(_root).ReadProcess(42).ShouldBe(new ProcessSample(2.0, 25 * Environment.SystemPageSize, 4096, 8192));
    }

    [Fact]
    public void ReadProcess_Gone_IsNull() => new ProcReader(_root).ReadProcess(42).ShouldBeNull();

    [Fact]
    public void ReadMachine_ControlGroup_IsTheGroups()
    {
        Write("proc/42/cgroup", "0::/kafka.slice\n");
        Write("sys/fs/cgroup/kafka.slice/memory.stat", "anon 10\nfile 12345\n");
        Write("sys/fs/cgroup/kafka.slice/cpu.stat", "usage_usec 9\nthrottled_usec 2500000\n");
        Write("proc/net/dev", "Inter-|   Receive\n face |bytes\n    lo: 100 1 0 0 0 0 0 0 200 1 0 0 0 0 0 0\n  eth0: 1 1 0 0 0 0 0 0 2 1 0 0 0 0 0 0\n");

        new ProcReader(_root).ReadMachine(42).ShouldBe(new MachineSample(12345, 101, 202, 2.5));
    }

    [Fact]
    public void ReadMachine_ControlGroupsOfVersion1_AreReadToo()
    {
        Write("proc/42/cgroup", "4:memory:/kafka\n1:cpu,cpuacct:/kafka\n0::/\n");
        Write("sys/fs/cgroup/memory/kafka/memory.stat", "cache 1\ntotal_cache 12345\n");
        Write("sys/fs/cgroup/cpu/kafka/cpu.stat", "nr_periods 3\nthrottled_time 2500000000\n");

        new ProcReader(_root).ReadMachine(42).ShouldBe(new MachineSample(12345, 0, 0, 2.5));
    }

    [Fact]
    public void ReadMachine_GroupMountedAsItself_IsReadAtTheMount()
    {
        Write("proc/42/cgroup", "0::/docker/0123abcd\n");
        Write("sys/fs/cgroup/memory.stat", "file 77\n");

        new ProcReader(_root).ReadMachine(42).PageCacheBytes.ShouldBe(77);
    }

    [Fact]
    public void ReadMachine_NetworkOfItsOwn_IsTheProcesss()
    {
        Write("proc/42/net/dev", "Inter-|   Receive\n face |bytes\n  eth0: 7 1 0 0 0 0 0 0 8 1 0 0 0 0 0 0\n");
        Write("proc/net/dev", "Inter-|   Receive\n face |bytes\n  eth0: 1 1 0 0 0 0 0 0 2 1 0 0 0 0 0 0\n");

        new ProcReader(_root).ReadMachine(42).ShouldBe(new MachineSample(0, 7, 8, 0));
    }

    [Fact]
    public void ReadMachine_NoControlGroup_IsTheMachines()
    {
        Write("proc/meminfo", "MemTotal:  100 kB\nCached:    50 kB\n");

        new ProcReader(_root).ReadMachine(null).PageCacheBytes.ShouldBe(50 * 1024);
    }

    [Fact]
    public void Between_TwoSnapshots_AreRatesASecond()
    {
        var before = new Snapshot(Brokers(("1", new ProcessSample(10, 1000, 0, 100))), new MachineSample(5, 0, 0, 0));
        var after = new Snapshot(Brokers(("1", new ProcessSample(13, 2000, 0, 500))), new MachineSample(7, 40, 80, 1));

        var seen = Snapshot.Between(before, after, 2).ToDictionary();

        (seen["broker_processors"], seen["broker_memory_bytes"], seen["broker_disk_write_bytes"], seen["page_cache_bytes"], seen["network_send_bytes"], seen["cpu_throttled_ratio"])
            .ShouldBe((1.5, 2000, 200, 7, 40, 0.5));
        seen.Keys.ShouldNotContain(name => name.Contains('{'));
    }

    [Fact]
    public void Between_SeveralBrokers_HasTheSumAndEach()
    {
        var before = new Snapshot(Brokers(("1", new ProcessSample(10, 0, 0, 0)), ("2", new ProcessSample(20, 0, 0, 0))), default);
        var after = new Snapshot(Brokers(("1", new ProcessSample(11, 5, 0, 0)), ("2", new ProcessSample(23, 7, 0, 0))), default);

        var seen = Snapshot.Between(before, after, 2).ToDictionary();

        (seen["broker_processors"], seen["broker_processors{broker=\"1\"}"], seen["broker_processors{broker=\"2\"}"], seen["broker_memory_bytes{broker=\"2\"}"]).ShouldBe((2, 0.5, 1.5, 7));
    }

    [Fact]
    public void Between_ABrokerThatEndedMeanwhile_SaysNothing() =>
        Snapshot.Between(new Snapshot(Brokers(("1", default), ("2", default)), default), new Snapshot(Brokers(("1", default)), default), 2).ShouldBeEmpty();

    private static ImmutableSortedDictionary<string, ProcessSample> Brokers(params (string Name, ProcessSample Sample)[] brokers) =>
        brokers.ToImmutableSortedDictionary(b => b.Name, b => b.Sample, StringComparer.Ordinal);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
