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

    private readonly int _descriptor;
    private bool _isBroken;

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

    private static int WouldBlock => OperatingSystem.IsMacOS() ? 35 : 11;

    public static Stream OpenInput() => OperatingSystem.IsWindows() ? Console.OpenStandardInput() : new StandardStream(0);

    public static Stream OpenOutput() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardStream(1);

    public static Stream OpenError() => OperatingSystem.IsWindows() ? Console.OpenStandardError() : new StandardStream(ErrorDescriptor);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
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
                throw new IOException(Marshal.GetPInvokeErrorMessage(error));
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
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
                _isBroken = true;

                // Whoever read has seen enough; that is no error. And where errors themselves cannot be written, nobody can be told.
                if (error != BrokenPipe && _descriptor != ErrorDescriptor)
                {
                    throw new OutputException(Marshal.GetPInvokeErrorMessage(error));
                }
            }
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // Another program may have set the terminal not to block, which holds for everybody on it.
    private static bool WaitIfTransient(int error)
    {
        if (error == WouldBlock)
        {
            Thread.Sleep(1);
        }

        return error == WouldBlock || error == Interrupted;
    }

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint SystemRead(int descriptor, ref byte buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint SystemWrite(int descriptor, in byte buffer, nint count);
}
