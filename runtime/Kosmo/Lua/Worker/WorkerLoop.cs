using System.Text.Json;
using Missive.Lua;

namespace Kosmo.Lua.Worker;

/// <summary>The worker's side: reads requests and replies, until its input ends.</summary>
/// <param name="input">Requests, a line each.</param>
/// <param name="output">Replies, a line each.</param>
/// <param name="interrupt">Ends the run that is under way.</param>
internal sealed class WorkerLoop(TextReader input, TextWriter output, Action interrupt)
{
    private const string ChunkName = "lua";

    private readonly Lock _writing = new();

    /// <summary>Serves a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="interruption">Gives the token that ends the next run.</param>
    public void Serve(LuaSession session, Func<CancellationToken> interruption)
    {
        while (Read() is { } request)
        {
            if (request.Run is { } code)
            {
                Write(Run(session, code, interruption()));
            }
            else if (request.Complete is { } text)
            {
                Write(new WorkerReply(Words: [.. session.Complete(text)]));
            }
        }
    }

    /// <summary>Lets the person at the terminal answer a question that was asked there.</summary>
    /// <returns>The line; null when there is nobody to answer.</returns>
    public string? ReadAnswer()
    {
        Write(new WorkerReply(Asks: true));
        var request = Read();
        if (request is { Interrupt: true })
        {
            interrupt();
        }

        return request?.Answer;
    }

    /// <summary>Replies with a run as far as it came. The process has to end then: the run goes on.</summary>
    public void Abandon(LuaRun run) => Write(new WorkerReply(Describe(run)));

    // What is an expression shows its value; a statement is run as it is.
    private static WorkerReply Run(LuaSession session, string code, CancellationToken cancellationToken)
    {
        var run = session.Run($"return {code}", ChunkName, cancellationToken);
        if (IsSyntaxError(run))
        {
            run = session.Run(ReplStatement.WithLastingVariables(code), ChunkName, cancellationToken);
        }

        return IsSyntaxError(run) && session.IsIncomplete(code)
            ? new WorkerReply(Incomplete: true)
            : new WorkerReply(Describe(run));
    }

    private static bool IsSyntaxError(LuaRun run) => run.Error?.Code == LuaFailureCodes.Syntax;

    private static WorkerRun Describe(LuaRun run) => new(run.Output, run.Result, run.Error?.Message);

    private WorkerRequest? Read()
        => input.ReadLine() is { } line ? JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerRequest) : null;

    // The watchdog's thread writes too.
    private void Write(WorkerReply reply)
    {
        lock (_writing)
        {
            output.WriteLine(JsonSerializer.Serialize(reply, WorkerJson.Default.WorkerReply));
            output.Flush();
        }
    }
}
