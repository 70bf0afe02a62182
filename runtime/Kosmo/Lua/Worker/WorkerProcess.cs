using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Kosmo.Lua.Worker;

/// <summary>
/// A process that runs a session's scripts. What no limit reaches, native code that does not return, takes only this
/// process with it.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>Whether it ever replied. One that did not could not even begin.</summary>
    public bool HasReplied { get; private set; }

    /// <summary>Starts a worker.</summary>
    /// <param name="arguments">The worker's command line, without the program.</param>
    public static WorkerProcess Start(IEnumerable<string> arguments)
    {
        var program = OwnProgram.Find();
        return new WorkerProcess(Process.Start(new ProcessStartInfo(program.Path, [.. program.Arguments, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        })!);
    }

    /// <summary>Sends a request and waits for the reply.</summary>
    /// <exception cref="WorkerLostException">The worker ended without one.</exception>
    public WorkerReply Send(WorkerRequest request)
    {
        try
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, WorkerJson.Default.WorkerRequest));
            _process.StandardInput.Flush();
            if (_process.StandardOutput.ReadLine() is { } line)
            {
                var reply = JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerReply)!;
                HasReplied = true;
                return reply;
            }
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            // Whatever came is no reply: the worker is gone, or was ended in the middle of one.
        }

        throw new WorkerLostException();
    }

    /// <summary>Ends the worker at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}

/// <summary>A worker that ended before it replied.</summary>
internal sealed class WorkerLostException : Exception;
