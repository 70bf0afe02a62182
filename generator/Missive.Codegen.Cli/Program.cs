using System.Runtime.InteropServices;
using System.Text;
using Missive.Codegen.Cli;

WarmUp.Start();
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    // The second time, whoever waits has waited long enough.
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
});

return CommandLine.Run(args, cancellation.Token);
