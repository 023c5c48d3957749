using System.Runtime.InteropServices;
using TuneSearch.Cli;

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    // The first signal asks for an orderly end; a second one is left to the system.
    if (!stop.IsCancellationRequested)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var context = new CliContext(Console.Out, Console.Error)
{
    IsOutTerminal = !Console.IsOutputRedirected,
    IsErrorTerminal = !Console.IsErrorRedirected,
    Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 1000 : Console.WindowWidth,
};
return await CliRunner.RunAsync(args, context, stop.Token);
