using System.Collections.Immutable;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>What to say of a name below <c>app</c> that is no function: what was meant, if that can be guessed.</summary>
internal sealed class UnknownName(LuaHost host)
{
    private const int MaxSuggestions = 5;
    private const string Integrations = "integrations";
    private const string Default = "default";

    /// <summary>Where the documentation is.</summary>
    public const string Pages = "docs.list() shows what there is, docs.search(words) finds functions, docs.read(page) is a page.";

    private string[] Functions => [.. host.Registry.Tools.Select(static tool => tool.Name)];

    private string[] Accounts => [Default, .. host.Accounts];

    /// <summary>Describes a path that was called, such as <c>app.integrations.missive.lst_tasks</c>.</summary>
    public LuaFailure Describe(string path)
    {
        var steps = CallPath.WithoutApp(path).Split('.');
        var hint = Hint(steps) ?? Documentation(steps[^1]);
        var message = $"Unknown function: {path}";
        return new LuaFailure(hint is null ? message : $"{message}. {hint}", LuaFailureCodes.UnknownFunction, Hint: hint);
    }

    /// <summary>Describes a member that a library does not have.</summary>
    /// <param name="library">The library's name.</param>
    /// <param name="name">What was asked of it.</param>
    /// <param name="members">What it has.</param>
    public static LuaFailure InLibrary(string library, string name, ImmutableArray<string> members)
    {
        var near = NearestName.FindAll(name, members, MaxSuggestions).Select(member => $"{library}.{member}").ToImmutableArray();
        var hint = $"{(near.IsEmpty ? "" : $"{DidYouMean(near)} ")}There are {string.Join(", ", members.Select(member => $"{library}.{member}"))}.";
        return new LuaFailure($"Unknown function: {library}.{name}. {hint}", LuaFailureCodes.UnknownFunction, Hint: hint);
    }

    private string? Hint(string[] steps) => steps switch
    {
        [Integrations] => Namespaces(),
        [Integrations, var name] when name == host.Registry.Name => null,
        [Integrations, var name, ..] when name != host.Registry.Name => Elsewhere(steps) ?? Namespaces(),
        [Integrations, _, var function] => DidYouMean(NearestName.FindAll(function, [.. Functions, .. Accounts], MaxSuggestions)),
        [Integrations, _, var account, var function] when Accounts.Contains(account, StringComparer.Ordinal)
            => DidYouMean(NearestName.FindAll(function, Functions, MaxSuggestions)),
        [Integrations, _, var account, ..] when !Functions.Contains(account, StringComparer.Ordinal)
            => $"There is no account '{account}'. Accounts: {string.Join(", ", Accounts)}.{(FunctionOf(steps[2..]) is { } meant ? " " + meant : "")}",
        [Integrations, ..] => null,
        [.., var name, var function] when name == host.Registry.Name => $"The functions are in app.{Integrations}.{name}: app.{Integrations}.{name}.{function}.",
        [var first, ..] => DidYouMean(NearestName.FindAll(first, [Integrations], MaxSuggestions)) ?? Elsewhere(steps),
        _ => null,
    };

    private string? Documentation(string name) => host.Documentation is null ? null
        : name.Contains("doc", StringComparison.OrdinalIgnoreCase) ? Pages
        : "docs.list() shows what there is.";

    // A function is often looked for where it is not.
    private string? Elsewhere(string[] steps)
        => host.Registry.TryGet($"{host.Registry.Name}.{steps[^1]}", out var tool) ? $"It is app.{Integrations}.{host.Registry.Name}.{tool.Name}." : null;

    private string Namespaces() => $"There is app.{Integrations}.{host.Registry.Name}.";

    // Whoever takes an account's place for a group of functions finds them by the words.
    private string? FunctionOf(string[] steps)
        => Functions.Contains(steps[^1], StringComparer.Ordinal) ? null : DidYouMean(NearestName.FindAll(string.Join('_', steps), Functions, MaxSuggestions));

    private static string? DidYouMean(ImmutableArray<string> names) => names.IsEmpty ? null : $"Did you mean: {string.Join(", ", names)}?";
}
