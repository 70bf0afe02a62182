using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Kosmo.Output;

/// <summary>Keeps what is typed from being shown, until it is disposed or the process is ended by a signal. The terminal still edits the line.</summary>
internal sealed partial class HiddenInput : IDisposable
{
    private const int AfterOutput = 1;
    private const uint Echo = 8;

    // More than any system's structure needs. The local flags are its fourth field: of 8 bytes each on macOS, of 4 elsewhere.
    private const int MaxSettings = 256;

    private readonly byte[] _before = new byte[MaxSettings];
    private readonly PosixSignalRegistration[] _signals;

    private HiddenInput()
    {
        if (GetSettings(0, _before) != 0)
        {
            throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
        }

        var silent = _before.AsSpan().ToArray();
        var flags = silent.AsSpan(OperatingSystem.IsMacOS() ? 24 : 12);
        BinaryPrimitives.WriteUInt32LittleEndian(flags, BinaryPrimitives.ReadUInt32LittleEndian(flags) & ~Echo);
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, _ => Restore()))];
        _ = SetSettings(0, AfterOutput, silent);
    }

    /// <summary>Hides what is typed from now on.</summary>
    /// <returns>To be disposed; null on Windows, whose console reads keys without showing them.</returns>
    public static HiddenInput? Begin() => OperatingSystem.IsWindows() ? null : new HiddenInput();

    public void Dispose()
    {
        Restore();
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }

    private void Restore() => _ = SetSettings(0, AfterOutput, _before);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static partial int GetSettings(int descriptor, byte[] settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetSettings(int descriptor, int when, byte[] settings);
}
