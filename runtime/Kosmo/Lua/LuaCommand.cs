using Kosmo.Accounts;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Lua.Repl;
using Kosmo.Lua.Worker;
using Kosmo.Output;
using Missive.Lua;

namespace Kosmo.Lua;

/// <summary><c>integrations:lua</c>: runs a Lua script, or Lua line by line.</summary>
internal sealed class LuaCommand : KosmoCommand
{
    private const string HistoryFile = "lua-history";

    private readonly Argument _file = new("file", "A Lua file; - for standard input.");
    private readonly TextOption _eval = new("--eval", "code", "Lua code to run.") { Alias = "-e" };
    private readonly SwitchOption _repl = new("--repl", "Run Lua line by line.");
    private readonly ScriptOptions _options = new();

    public LuaCommand()
        : base("integrations:lua", "Runs Lua in which the functions can be called: from a file, from --eval, or from standard input.")
    {
        Syntax.Add(_file);
        Syntax.Add(_eval);
        Syntax.Add(_repl);
        _options.AddTo(Syntax);
        AddJson("Print an envelope for programs: success, output, error, result, the time and memory taken, and every call.");
    }

    public override IReadOnlyList<string> Examples =>
    [
        "kosmo integrations:lua --eval 'dump(app.integrations.missive.list_tasks({ state = \"open\", limit = 5 }))'",
        "kosmo integrations:lua --eval 'print(docs.read(\"missive.create_draft\"))'",
        "kosmo integrations:lua workflow.lua --json",
        "kosmo integrations:lua workflow.lua --force --account=work",
        "kosmo --emulator integrations:lua --repl",
    ];

    public override string Remarks => """
        Scripts reach app.integrations.missive, docs, json, regex and time, and nothing else of this machine. What print and dump write is shown when the script has ended, then the values that it returns, as a JSON array. It ends with 0 when the script ran to its end, 1 when it failed, and 2 when there was none.
        """;

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
        => ValueTask.FromResult(parsed.GetValue(_repl) ? RunLines(parsed, session) : RunScript(parsed, session));

    private int RunScript(ParseResult parsed, Session session)
    {
        var limits = _options.Limits(parsed);
        var account = AccountOf(parsed, session);
        var source = ScriptSource.Find(session.Terminal, parsed.GetValue(_eval), parsed.GetValue(_file));
        using var caller = session.CreateCaller(_options.IsForced(parsed));
        using var lua = new LuaSession(ScriptHost.Create(session, caller, account), limits);
        var report = new ScriptReport(session.Terminal, IsJson(parsed), caller.IsForced);
        var script = new ScriptRun(lua, report, session);
        return script.ExitCodeOf(script.Run(source, session.Interruption.Token));
    }

    // A script that calls nothing until its end would do half its work before it learnt that the account is none.
    private string? AccountOf(ParseResult parsed, Session session)
    {
        var account = _options.Account(parsed);
        session.Accounts.ThrowIfUnknown(account);
        return account;
    }

    private int RunLines(ParseResult parsed, Session session)
    {
        if (parsed.GetValue(_file) is not null || parsed.GetValue(_eval) is not null || IsJson(parsed))
        {
            throw new UsageException("--repl reads Lua line by line: leave the file, --eval and --json out.", "kosmo integrations:lua --repl");
        }

        Terminal.ThrowIfInputIsClosed();
        _options.Limits(parsed);
        AccountOf(parsed, session);
        string[] worker =
        [
            WorkerCommand.Verb,
            .. _options.Tokens(parsed),
            .. session.IsEmulated ? [Emulator.Name] : Array.Empty<string>(),
            .. session.Terminal.CanAsk ? [WorkerCommand.Answers] : Array.Empty<string>(),
        ];
        var history = new LineHistory(KosmoPaths.ConfigurationDirectory() is { } directory ? Path.Combine(directory, HistoryFile) : null);
        using var repl = new Repl.Repl(session.Terminal, history, () => WorkerProcess.Start(worker));
        repl.Run();
        return ExitCodes.Success;
    }
}
