using System.CommandLine;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.CommandLine;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    public static UsageException UnknownVerb(string verb)
    {
        var known = CommandCatalog.Entries.Where(static entry => entry.IsListed).Select(static entry => entry.Name);

        // Who leaves the prefix out, or takes a verb of another integration, is near as well.
        var near = NearestName.Find(verb, known) ?? NearestName.Find($"integrations:{verb}", known);
        return new UsageException(
            near is null ? $"There is no command '{PlainText.OneLine(verb)}'." : $"There is no command '{PlainText.OneLine(verb)}'. Did you mean '{near}'?",
            "kosmo --help");
    }

    /// <param name="command">The command.</param>
    /// <param name="parsed">What was typed, parsed.</param>
    /// <param name="arguments">What was typed.</param>
    public static void ThrowIfAny(KosmoCommand command, ParseResult parsed, IEnumerable<string> arguments)
    {
        ThrowIfSwitchHasValue(command.Syntax, arguments);
        if (parsed.Errors.Count == 0)
        {
            return;
        }

        var name = command.Syntax.Name;
        var unknown = parsed.UnmatchedTokens is [var first, ..] ? first : null;
        var message = unknown switch
        {
            null => parsed.Errors[0].Message,
            _ when unknown.StartsWith('-') => UnknownOption(command.Syntax, unknown),
            _ => $"{name} takes no argument '{PlainText.OneLine(unknown)}'.",
        };
        throw new UsageException(message, $"kosmo {name} --help");
    }

    private static void ThrowIfSwitchHasValue(Command syntax, IEnumerable<string> arguments)
    {
        // The parser would take --json=1 for --json and an argument 1.
        foreach (var argument in arguments.TakeWhile(static argument => argument != "--"))
        {
            var name = argument.Split('=', 2)[0];
            if (name.Length < argument.Length && syntax.Options.Any(option => option.Name == name && option.Arity.MaximumNumberOfValues == 0))
            {
                throw new UsageException($"{name} is a switch and takes no value.", $"kosmo {syntax.Name} --help");
            }
        }
    }

    private static string UnknownOption(Command syntax, string token)
    {
        var typed = token.Split('=', 2)[0];
        var near = NearestName.Find(typed, syntax.Options.Select(static option => option.Name));
        var message = $"{syntax.Name} has no option '{PlainText.OneLine(typed)}'.";
        return near is null ? message : $"{message} Did you mean '{near}'?";
    }
}
