using System.Runtime.InteropServices;

namespace Kosmo.Output;

/// <summary>
/// Standard input, output or error as the system has it. The framework's own streams prepare the terminal for programs that
/// draw on it: that costs a thread at every start, sends the terminal control sequences, and edits lines its own way.
/// </summary>
internal sealed partial class StandardStream : Stream
{
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;
    private const int ErrorDescriptor = 2;

    private const int GetDescriptorFlags = 1;

    private readonly int _descriptor;
    private bool _isBroken;
    private bool? _isOpen;

    private StandardStream(int descriptor) => _descriptor = descriptor;

    public override bool CanRead => _descriptor == 0;

    public override bool CanSeek => false;

    public override bool CanWrite => _descriptor != 0;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether kosmo was started with a standard input; elsewhere than on Windows it may be closed.</summary>
    public static bool IsInputOpen => OperatingSystem.IsWindows() || IsInherited(0);

    private bool IsOpen => _isOpen ??= IsInherited(_descriptor);

    private static int WouldBlock => OperatingSystem.IsMacOS() ? 35 : 11;

    public static Stream OpenInput() => OperatingSystem.IsWindows() ? Console.OpenStandardInput() : new StandardStream(0);

    public static Stream OpenOutput() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardStream(1);

    public static Stream OpenError() => OperatingSystem.IsWindows() ? Console.OpenStandardError() : new StandardStream(ErrorDescriptor);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (!IsOpen)
        {
            throw InputException.Closed;
        }

        while (true)
        {
            var count = SystemRead(_descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length);
            if (count >= 0)
            {
                return (int)count;
            }

            var error = Marshal.GetLastPInvokeError();
            if (!WaitIfTransient(error))
            {
                throw new InputException(Marshal.GetPInvokeErrorMessage(error));
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!IsOpen)
        {
            Break("it is closed");
        }

        while (!buffer.IsEmpty && !_isBroken)
        {
            var count = SystemWrite(_descriptor, in MemoryMarshal.GetReference(buffer), buffer.Length);
            if (count >= 0)
            {
                buffer = buffer[(int)count..];
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (!WaitIfTransient(error))
            {
                // Whoever read has seen enough; that is no error.
                Break(error == BrokenPipe ? null : Marshal.GetPInvokeErrorMessage(error));
            }
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // Nothing is written from now on. Where errors themselves cannot be written, nobody can be told.
    private void Break(string? reason)
    {
        var wasBroken = _isBroken;
        _isBroken = true;
        if (reason is not null && !wasBroken && _descriptor != ErrorDescriptor)
        {
            throw new OutputException(reason);
        }
    }

    // If a descriptor was closed at start, the runtime may have reused its number. Such descriptors have close-on-exec set;
    // inherited ones do not.
    private static bool IsInherited(int descriptor) => SystemControl(descriptor, GetDescriptorFlags) == 0;

    // Another program may have set the terminal not to block, which holds for everybody on it.
    private static bool WaitIfTransient(int error)
    {
        if (error == WouldBlock)
        {
            Thread.Sleep(1);
        }

        return error == WouldBlock || error == Interrupted;
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int SystemControl(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint SystemRead(int descriptor, ref byte buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint SystemWrite(int descriptor, in byte buffer, nint count);
}
