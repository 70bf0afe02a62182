using System.Diagnostics;
using System.Globalization;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Calls;

/// <summary>Counts the requests of a long call on one line of standard error, when that is a terminal, and clears it at the end.</summary>
internal sealed class RequestProgress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Terminal _terminal;
    private readonly ActivityListener _listener;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private int _answered;
    private bool _isShown;

    private RequestProgress(Terminal terminal)
    {
        _terminal = terminal;
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == MissiveDiagnostics.Name,
            Sample = static (ref _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = _ => Count(),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Starts counting; null where nobody looks.</summary>
    public static RequestProgress? Show(Terminal terminal) => terminal.IsErrorTerminal ? new RequestProgress(terminal) : null;

    public void Dispose()
    {
        _listener.Dispose();
        lock (_gate)
        {
            if (_isShown)
            {
                _terminal.Error.Write("\r\e[K");
            }
        }
    }

    private void Count()
    {
        lock (_gate)
        {
            _answered++;
            if (_clock.Elapsed >= Patience)
            {
                _isShown = true;
                _terminal.Error.Write(string.Create(
                    CultureInfo.InvariantCulture, $"\r\e[K{_answered} {(_answered == 1 ? "request" : "requests")}, {_clock.Elapsed.TotalSeconds:0} s …"));
            }
        }
    }
}
