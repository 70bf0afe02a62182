using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Kosmo.Tests.Support;

/// <summary>A program that runs on a terminal of its own, so that it can ask and be answered. Linux only.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private const short NewSession = 0x80;
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;
    private const int CloseOnExec = 0x80000;
    private const int Kill = 9;

    // No test takes this long; a program that waits for ever is ended, so that the test fails instead of waiting too.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FileStream _master;
    private readonly int _process;
    private readonly Timer _guard;
    private readonly StringBuilder _shown = new();
    private readonly byte[] _buffer = new byte[4096];
    private int _typedAt;

    private PseudoTerminal(FileStream master, int process)
    {
        _master = master;
        _process = process;
        _guard = new Timer(_ => _ = Signal(process, Kill), null, Patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Why there is none here; null when there is.</summary>
    public static string? Unavailable => OperatingSystem.IsLinux() ? null : "A pseudo-terminal is made with Linux's own calls.";

    /// <summary>All that was shown so far.</summary>
    public string Shown => _shown.ToString();

    /// <summary>Starts a program with the terminal as its input, output and error.</summary>
    public static PseudoTerminal Start(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var master = OpenTerminal(ReadWrite | NoControllingTerminal | CloseOnExec);
        Check(GrantTerminal(master));
        Check(UnlockTerminal(master));
        var name = Marshal.PtrToStringUTF8(TerminalName(master))!;

        // More room than the system's structures need.
        var actions = new byte[512];
        var attributes = new byte[1024];
        Check(InitActions(actions));
        Check(InitAttributes(attributes));
        Check(SetFlags(attributes, NewSession));
        for (var descriptor = 0; descriptor <= 2; descriptor++)
        {
            Check(AddOpen(actions, descriptor, name, ReadWrite, 0));
        }

        string?[] words = [program, .. arguments, null];
        Check(Spawn(out var process, program, actions, attributes, words, VariablesOf(environment)));
        return new PseudoTerminal(new FileStream(new SafeFileHandle(master, ownsHandle: true), FileAccess.ReadWrite, 0), process);
    }

    /// <summary>Reads until a text has been shown.</summary>
    /// <exception cref="EndOfStreamException">The program ended before.</exception>
    public void WaitFor(string text) => WaitFor(text, 0);

    /// <summary>Reads until a text has been shown since the last typing, which may show what was typed as well.</summary>
    /// <exception cref="EndOfStreamException">The program ended before.</exception>
    public void WaitForAnswer(string text) => WaitFor(text, _typedAt);

    /// <summary>Types.</summary>
    public void Type(string text)
    {
        _typedAt = _shown.Length;
        _master.Write(Encoding.UTF8.GetBytes(text));
        _master.Flush();
    }

    /// <summary>Reads to the program's end.</summary>
    /// <returns>Its exit code.</returns>
    public int WaitForExit()
    {
        while (ReadMore())
        {
        }

        _guard.Dispose();
        Check(WaitForProcess(_process, out var status, 0) == _process ? 0 : Marshal.GetLastPInvokeError());
        return (status & 0x7f) == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f);
    }

    public void Dispose()
    {
        _guard.Dispose();
        _master.Dispose();
    }

    private void WaitFor(string text, int start)
    {
        while (!Shown[start..].Contains(text, StringComparison.Ordinal))
        {
            if (!ReadMore())
            {
                throw new EndOfStreamException($"The program ended without showing '{text}'. It showed:\n{Shown}");
            }
        }
    }

    private bool ReadMore()
    {
        try
        {
            var count = _master.Read(_buffer);
            _shown.Append(Encoding.UTF8.GetString(_buffer, 0, count));
            return count > 0;
        }
        catch (IOException)
        {
            // So the system says that nobody holds the other side any more.
            return false;
        }
    }

    private static string?[] VariablesOf(IReadOnlyDictionary<string, string?> changes)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value;
        }

        variables["TERM"] = "xterm";
        foreach (var (name, value) in changes)
        {
            variables[name] = value;
        }

        return [.. variables.Where(static variable => variable.Value is not null).Select(static variable => $"{variable.Key}={variable.Value}"), null];
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new IOException($"A call of the system failed with {error}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int OpenTerminal(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int GrantTerminal(int descriptor);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int UnlockTerminal(int descriptor);

    [LibraryImport("libc", EntryPoint = "ptsname")]
    private static partial nint TerminalName(int descriptor);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitActions(byte[] actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(byte[] actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int InitAttributes(byte[] attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(byte[] attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(out int process, string path, byte[] actions, byte[] attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static partial int WaitForProcess(int process, out int status, int options);
}
