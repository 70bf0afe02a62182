using System.Diagnostics;
using Kosmo.Output;

namespace Kosmo.Emulation;

/// <summary>
/// The stand-in, as a second process beside kosmo: started by the first call that needs it. It ends when kosmo does, however
/// that ends: it watches the pipe that only kosmo holds.
/// </summary>
internal sealed class EmulatorProcess(Terminal terminal) : IAsyncDisposable
{
    private const string ProgramName = "Missive.Emulator";

    private Process? _process;
    private Task<EmulatorAddress>? _address;

    /// <summary>Where it listens, and the token it takes.</summary>
    /// <exception cref="KosmoException">It cannot be started.</exception>
    public Task<EmulatorAddress> StartAsync(CancellationToken cancellationToken)
    {
        // A start that was broken off, as Ctrl-C does, is no reason to refuse the next call.
        if (_address is null or { IsFaulted: true } or { IsCanceled: true })
        {
            _address = StartOnceAsync(cancellationToken);
        }

        return _address;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        try
        {
            // The end of its input is its sign to stop.
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }
        catch (IOException)
        {
            // It is gone already.
        }
        finally
        {
            _process.Dispose();
            _process = null;
        }
    }

    private async Task<EmulatorAddress> StartOnceAsync(CancellationToken cancellationToken)
    {
        await DisposeAsync().ConfigureAwait(false);
        var (program, first) = Find();
        _process = Process.Start(new ProcessStartInfo(program, [.. first, "--port", "0", "--attached"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var output = _process.StandardOutput;
        var address = await output.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        var token = await output.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        // Ctrl-C reaches both processes, and the other may have ended by it already.
        cancellationToken.ThrowIfCancellationRequested();
        if (address is null || token is null || !Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            throw new KosmoException("emulator", "The emulator ended before it listened; its own message stands above.");
        }

        terminal.Error.WriteLine(terminal.ErrorStyle.Dim($"Emulator: sample data at {url}; nothing real is read or changed."));
        return new EmulatorAddress(url, token);
    }

    // Native beside a native kosmo; elsewhere an assembly, for the host that runs kosmo.
    private static (string Program, string[] Arguments) Find()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "emulator");
        var assembly = Path.Combine(folder, $"{ProgramName}.dll");
        if (File.Exists(assembly))
        {
            return (DotnetHost.Find(), [assembly]);
        }

        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{ProgramName}.exe" : ProgramName);
        return File.Exists(program)
            ? (program, [])
            : throw new KosmoException("emulator", $"The emulator is missing: it belongs beside kosmo, as {program}.");
    }
}
