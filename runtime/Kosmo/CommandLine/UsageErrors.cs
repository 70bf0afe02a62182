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
        ThrowIfValueIsOption(command.Syntax, parsed);
        var name = command.Syntax.Name;
        var unknown = FindOptionAmongWords(command, parsed) ?? (parsed.UnmatchedTokens is [var first, ..] ? first : null);
        if (parsed.Errors.Count == 0 && unknown is null)
        {
            return;
        }

        var message = unknown switch
        {
            null when MissingArgument(command.Syntax, parsed) is { } missing => $"{name} needs a {missing.Name}. {missing.Description}",
            null => parsed.Errors[0].Message,
            _ when unknown.StartsWith('-') => UnknownOption(command.Syntax, unknown),
            _ => $"{name} takes no argument '{PlainText.OneLine(unknown)}'.",
        };
        throw new UsageException(message, $"kosmo {name} --help");
    }

    // The parser takes an option that it does not know for an argument.
    private static string? FindOptionAmongWords(KosmoCommand command, ParseResult parsed) => command.TakesAnyWord
        ? null
        : command.Syntax.Arguments
            .SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? [])
            .Select(static token => token.Value)
            .FirstOrDefault(static word => word.Length > 1 && word.StartsWith('-'));

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

    private static Argument? MissingArgument(Command syntax, ParseResult parsed)
        => syntax.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 } && !argument.Hidden);

    // The parser takes whatever follows for the value, another option too. A value may begin with -- all the same: Lua's comments do.
    private static void ThrowIfValueIsOption(Command syntax, ParseResult parsed)
    {
        foreach (var option in syntax.Options)
        {
            if (parsed.GetResult(option)?.Tokens is [var value, ..] && syntax.Options.Any(other => other.Name == value.Value.Split('=', 2)[0]))
            {
                throw new UsageException($"{option.Name} needs a value.", $"kosmo {syntax.Name} --help");
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
