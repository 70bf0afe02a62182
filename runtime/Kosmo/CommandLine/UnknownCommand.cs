using Kosmo.Accounts;
using Kosmo.Arguments;
using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.CommandLine;

/// <summary>Says that there is no such command, and which line was probably meant.</summary>
internal static class UnknownCommand
{
    private const string Prefix = "integrations:";
    private const string Calling = "integrations:missive";
    private const string Help = "kosmo --help";

    // More is not to be read again in a message.
    private const int MaxShown = 200;

    /// <param name="verb">What stands where the command should.</param>
    /// <param name="arguments">All other words.</param>
    public static UsageException Named(string verb, IReadOnlyList<string> arguments)
    {
        var message = $"There is no command '{PlainText.WithoutValue(verb)}'";
        if (FunctionNamed(verb) is { } function)
        {
            return new UsageException($"{message}, but a function of that name.", Line($"{Calling} {function}", arguments));
        }

        if (verb.StartsWith("mcp:", StringComparison.Ordinal))
        {
            return new UsageException($"{message}: servers of the Model Context Protocol cannot be used yet.", Help);
        }

        if (NearestVerb(verb) is { } near)
        {
            return new UsageException($"{message}.{NearMiss.Question(near)}", Line(near, arguments));
        }

        return NearestName.Find(verb, MissiveTools.Registry.Tools.Select(static tool => tool.Name)) is { } nearFunction
            ? new UsageException($"{message}. Did you mean the function '{nearFunction}'?", Line($"{Calling} {nearFunction}", arguments))
            : new UsageException($"{message}.", Help);
    }

    /// <param name="option">What stands before any command.</param>
    /// <param name="known">What may stand there.</param>
    public static UsageException OptionBefore(string option, IReadOnlyList<string> known)
    {
        var name = option.Split('=', 2)[0];
        if (known.Contains(name, StringComparer.Ordinal))
        {
            return new UsageException($"{name} is a switch and takes no value.", Help);
        }

        var message = $"'{PlainText.OneLine(name)}' stands before the command, where only {string.Join(", ", known)} may.";
        return new UsageException(NearMiss.Question(name, known) is { Length: > 0 } question ? $"{message}{question}" : $"{message} Put it behind the command.", Help);
    }

    private static string? FunctionNamed(string verb) => MissiveTools.Registry.TryGet(verb, out var tool) ? tool.Name : null;

    // The prefix that all commands of integrations share tells nothing about which is meant. Who leaves it out is as near.
    private static string? NearestVerb(string verb)
    {
        var colon = verb.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && NearestName.Find(verb[..(colon + 1)], [Prefix]) is null)
        {
            return null;
        }

        var own = verb[(colon + 1)..];
        return NearestName.Find(own, Listed().Select(static name => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..])) is { } near
            ? Listed().First(name => name == near || name == $"{Prefix}{near}")
            : null;
    }

    private static IEnumerable<string> Listed() => CommandCatalog.Entries.Where(static entry => entry.IsListed).Select(static entry => entry.Name);

    // Settings may hold a token, which is not to be shown, whichever command they were given to.
    private static string Line(string verb, IReadOnlyList<string> arguments)
    {
        var line = $"{CommandText.Program} {verb}{CommandText.Options(arguments)}";
        return verb == $"{Prefix}configure" || arguments.Any(IsSetting) || line.Length > MaxShown || line.Any(char.IsControl) ? $"{CommandText.Program} {verb} --help" : line;
    }

    private static bool IsSetting(string word)
        => word.StartsWith("--set", StringComparison.Ordinal) || AccountFields.All.Any(field => word.StartsWith($"{field.Key}=", StringComparison.Ordinal));
}
