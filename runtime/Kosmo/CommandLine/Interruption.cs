using System.Runtime.InteropServices;
using Kosmo.Output;

namespace Kosmo.CommandLine;

/// <summary>Turns Ctrl-C and the request to terminate into a cancellation. A second one ends the process as it always does.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private volatile int _exitCode;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Handle(context, ExitCodes.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Handle(context, ExitCodes.Terminated));
    }

    public CancellationToken Token => _source.Token;

    /// <summary>What the process ends with when it was interrupted.</summary>
    public int ExitCode => _exitCode;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context, int exitCode)
    {
        if (_exitCode == 0)
        {
            _exitCode = exitCode;
            context.Cancel = true;
            _source.Cancel();
        }
    }
}
