using System.Diagnostics;
using Kosmo.Accounts;
using Kosmo.Arguments;
using Kosmo.Calls;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Completion;
using Kosmo.Documentation;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Commands;

/// <summary>What the two verbs that call functions have in common. Every flag that is no option of theirs is an argument.</summary>
internal abstract class FunctionCommand : KosmoCommand
{
    private readonly TextOption _account = AccountNameOption.Create("The account to use; left out, the default one.");
    private readonly SwitchOption _force = new("--force", "Lift the permissions ask and deny, for this run.");
    private readonly SwitchOption _dryRun = new("--dry-run", "Write nothing; show the requests that the call would send. Look-ups are really made.");

    // Everything that is no option: the function, the payload, and the flags, which the mapper reads by the function's parameters.
    private readonly Argument _words = new("words", "") { TakesAll = true };

    protected FunctionCommand(string name, string description)
        : base(name, description, takesFlags: true)
    {
        Syntax.Add(_words);
        Syntax.Add(_account);
        Syntax.Add(_force);
        Syntax.Add(_dryRun);
        AddJson();
    }

    public override IEnumerable<(string Name, string Text)> Arguments =>
    [
        (IsFunctionRequired ? "<function>" : "[function]", "The function's name. With --help, its parameters are shown."),
        ("[json]", "All arguments as one JSON object; - reads it from standard input, and so does leaving it out when something is piped in."),
        ("[--name=value …]", "Single arguments."),
    ];

    public override string Remarks => """
        Flags may stand anywhere. Their names are those of the parameters, with - for _, and their values follow the parameters' types; --arg name=value says the same, for every name. A flag overrides the argument of that name in the JSON, which may also be piped in.
        """;

    public override async ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        var tokens = Read(parsed);
        if (tokens.AsksForHelp)
        {
            PrintHelp(parsed, session);
            return ExitCodes.Success;
        }

        if (tokens.Function is null)
        {
            return tokens.Flags.IsEmpty
                ? RunWithoutFunction(parsed, session)
                : throw new UsageException($"{Syntax.Name} needs a function before anything can be passed to it.", $"kosmo {Syntax.Name} --help");
        }

        if (tokens.Tool is null)
        {
            throw UnknownFunction.Named(FullNameOf(tokens.Function));
        }

        if (tokens.Excess is { } excess)
        {
            throw new UsageException(
                $"'{PlainText.OneLine(excess)}' is one argument too many: a call takes one JSON object, and flags such as --name=value.",
                $"kosmo {Syntax.Name} {tokens.Function} --help");
        }

        return await CallAsync(parsed, session, tokens).ConfigureAwait(false);
    }

    public override void PrintHelp(ParseResult parsed, Session session)
    {
        switch (Read(parsed))
        {
            case { Tool: { } tool, Function: var function }:
                FunctionHelp.Print(tool.Definition, $"{Syntax.Name} {function}", Syntax.Options, session.Terminal);
                break;
            case { Function: { } unknown }:
                throw UnknownFunction.Named(FullNameOf(unknown));
            default:
                base.PrintHelp(parsed, session);
                break;
        }
    }

    public override IEnumerable<Suggestion> CompleteWord(IReadOnlyList<string> words)
        => ToolOf(words) is null ? KnownNames.Functions(CompletionPrefix) : [];

    public override IEnumerable<Suggestion> CompleteFlags(IReadOnlyList<string> words)
        => ToolOf(words)?.Parameters.Select(static parameter => new Suggestion($"{CommandText.FlagName(parameter.Name)}=", parameter.Description)) ?? [];

    public override IEnumerable<Suggestion>? CompleteFlagValue(string flag, IReadOnlyList<string> words)
        => ToolOf(words)?.FindParameter(CallTokens.NameOf(flag[2..])) is not { } parameter ? null : parameter.Type switch
        {
            EnumType known => known.Values.Select(static value => new Suggestion(value)),
            BooleanType => [new("true"), new("false")],
            _ => [],
        };

    /// <summary>What stands before a function's name when it is completed.</summary>
    protected abstract string CompletionPrefix { get; }

    protected abstract bool IsFunctionRequired { get; }

    /// <summary>Finds a function by the name that this verb takes.</summary>
    protected abstract ToolRegistration? Find(string name);

    /// <summary>A function's full name, for messages about one that does not exist.</summary>
    protected abstract string FullNameOf(string name);

    protected abstract int RunWithoutFunction(ParseResult parsed, Session session);

    private ToolDefinition? ToolOf(IReadOnlyList<string> words)
        => words.Select(Find).FirstOrDefault(static tool => tool is not null)?.Definition;

    private CallTokens Read(ParseResult parsed) => CallTokens.Read(parsed.GetValues(_words), Find);

    private async ValueTask<int> CallAsync(ParseResult parsed, Session session, CallTokens tokens)
    {
        var tool = tokens.Tool!.Definition;
        if (tool.Deprecation is { } deprecation)
        {
            session.Warn($"missive.{tool.Name} should not be used any more: {deprecation}");
        }

        var line = new CallLine($"{(session.IsEmulated ? "--emulator " : "")}{Syntax.Name} {tokens.Function}", [.. OptionsOf(parsed)]);
        var arguments = ArgumentMapper.Map(tool, PayloadOf(session.Terminal, tool, tokens.Payload), tokens.Flags, line);
        var account = AccountName.Parse(parsed.GetValue(_account));
        using var caller = session.CreateCaller(parsed.GetValue(_force));
        var token = session.Interruption.Token;
        await caller.EnsureReadyAsync(account, token).ConfigureAwait(false);
        MissingParameters.ThrowIfAny(tool, arguments, line);

        var call = new FunctionCall(tool, arguments, account, parsed.GetValue(_dryRun), caller.IsForced);
        var clock = Stopwatch.StartNew();
        CallOutcome outcome;
        using (RequestProgress.Show(session.Terminal))
        {
            outcome = await CallOutcome.OfAsync(call, caller, token).ConfigureAwait(false);
        }

        var report = new CallReport(call, outcome, clock.Elapsed, line, OptionHint(tool, tokens));
        return report.Print(session.Terminal, IsJson(parsed));
    }

    // A function without parameters has no use for a payload, and is not to wait for one.
    private static Payload? PayloadOf(Terminal terminal, ToolDefinition tool, string? typed) => typed switch
    {
        "-" => new Payload(Terminal.ReadAllInput(), IsTyped: false),
        null => !tool.Parameters.IsEmpty && terminal.ReadPipedInput() is { } piped ? new Payload(piped, IsTyped: false) : null,
        _ => new Payload(typed, IsTyped: true),
    };

    // What is no option is an argument, so that a misspelt option shows as an argument that nobody knows.
    private string? OptionHint(ToolDefinition tool, CallTokens tokens)
    {
        var names = Syntax.Options.Select(static option => option.Name);
        var near = tokens.Flags
            .Where(flag => tool.FindParameter(flag.Name) is null)
            .Select(flag => NearestName.Find(CommandText.FlagName(flag.Name), names))
            .FirstOrDefault(static name => name is not null);
        return near is null ? null : $"Did you mean the option {near}?";
    }

    private IEnumerable<string> OptionsOf(ParseResult parsed)
    {
        if (parsed.GetValue(_account) is { } account)
        {
            yield return $"--account={account}";
        }

        foreach (var flag in new[] { _force, _dryRun, Json! })
        {
            if (parsed.GetValue(flag))
            {
                yield return flag.Name;
            }
        }
    }
}
