using FsCheck.Xunit;
using Orleans.Runtime;

namespace Orleans.InProcess.Tests;

public sealed class InterleavingTests
{
    [Property]
    public bool MayStart_WithNothingRunning_Always(bool reentrant, byte incoming) => Interleaving.MayStart(reentrant, Mode(incoming), []);

    [Property]
    public bool MayStart_InAReentrantClass_Always(byte incoming, byte[] running) => Interleaving.MayStart(true, Mode(incoming), Requests(running));

    [Property]
    public bool MayStart_AnExclusiveCall_OnlyBesideThoseThatAlwaysInterleave(byte[] running) =>
        Interleaving.MayStart(false, CallMode.Exclusive, Requests(running)) == running.All(mode => Mode(mode) == CallMode.AlwaysInterleave);

    [Property]
    public bool MayStart_AReadOnlyCall_NeverBesideAnExclusiveOne(byte[] running) =>
        Interleaving.MayStart(false, CallMode.ReadOnly, Requests(running)) == running.All(mode => Mode(mode) != CallMode.Exclusive);

    [Property]
    public bool MayStart_ACallThatAlwaysInterleaves_Always(byte[] running) =>
        Interleaving.MayStart(false, CallMode.AlwaysInterleave, Requests(running));

    private static CallMode Mode(byte number) => (CallMode)(number % 3);

    private static Request[] Requests(byte[] modes) => [.. modes.Select(mode => new FakeRequest(Mode(mode)))];

    private sealed class FakeRequest(CallMode mode) : Request
    {
        public override CallMode Mode => mode;

        public override Task RunAsync(object grain) => Task.CompletedTask;

        public override void Reject(Exception exception)
        {
            // Nobody waits for it.
        }
    }
}
