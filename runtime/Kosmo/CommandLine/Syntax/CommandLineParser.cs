using Kosmo.Output;

namespace Kosmo.CommandLine.Syntax;

/// <summary>Reads the words after a verb: options anywhere, in both forms, arguments in their order, and after <c>--</c> arguments alone.</summary>
internal sealed class CommandLineParser
{
    private const string EndOfOptions = "--";

    private readonly CommandSyntax _syntax;
    private readonly IReadOnlyList<string> _words;
    private readonly ParseResult _result = new();
    private int _argument;

    private CommandLineParser(CommandSyntax syntax, IReadOnlyList<string> words)
    {
        _syntax = syntax;
        _words = words;
    }

    /// <summary>Reads all that can be read; what is wrong is in the result.</summary>
    public static ParseResult Parse(CommandSyntax syntax, IReadOnlyList<string> words)
    {
        var parser = new CommandLineParser(syntax, words);
        parser.ReadWords();
        parser.FindMissing();
        return parser._result;
    }

    private void ReadWords()
    {
        var areOptionsOver = false;
        for (var i = 0; i < _words.Count; i++)
        {
            var word = _words[i];
            if (areOptionsOver || word.Length < 2 || word[0] != '-')
            {
                AddArgument(word);
            }
            else if (word == EndOfOptions)
            {
                areOptionsOver = true;
            }
            else if (Find(word, out var value) is { } option)
            {
                i += ReadOption(option, value, i + 1 < _words.Count ? _words[i + 1] : null);
            }
            else if (_syntax.TakesAnyWord)
            {
                AddArgument(word);
            }
            else
            {
                BlameUnknown(word);
            }
        }
    }

    /// <returns>How many of the following words belong to it.</returns>
    private int ReadOption(Option option, string? value, string? next)
    {
        if (option is SwitchOption)
        {
            if (value is not null)
            {
                _result.Blame($"{option.Name} is a switch and takes no value.");
            }

            _result.Add(option, "");
            return 0;
        }

        var given = value ?? (next is null || Find(next, out _) is not null ? null : next);
        if (given is null)
        {
            _result.Blame($"{option.Name} needs a value: {option.Name} <{option.ValueName}>.");
            return 0;
        }

        if (option.IsNeverBlank && string.IsNullOrWhiteSpace(given))
        {
            _result.Blame($"{option.Name} is blank: give a {option.ValueName}, or leave it out.");
        }

        if (!IsAmong(option.Choices, given))
        {
            _result.Blame($"{option.Name} takes {Listed(option.Choices!)}, not '{PlainText.WithoutValue(given)}'.{NearMiss.Question(given, option.Choices!)}");
        }

        if (!_result.Add(option, given) && option is TextOption)
        {
            _result.Blame($"{option.Name} was given more than once, and it has one value.");
        }

        return value is null ? 1 : 0;
    }

    private void AddArgument(string word)
    {
        if (_argument == _syntax.Arguments.Count)
        {
            _result.Blame($"{_syntax.Name} takes no {(_syntax.Arguments.Count == 0 ? "" : "other ")}argument{(_syntax.TakesSecrets ? "" : $" '{PlainText.WithoutValue(word)}'")}.");
            return;
        }

        var argument = _syntax.Arguments[_argument];
        if (!IsAmong(argument.Choices, word))
        {
            _result.Blame($"{_syntax.Name} takes {Listed(argument.Choices!)}, not '{PlainText.WithoutValue(word)}'.{NearMiss.Question(word, argument.Choices!)}");
        }

        _result.Add(argument, word);
        if (!argument.TakesAll)
        {
            _argument++;
        }
    }

    private void FindMissing()
    {
        foreach (var argument in _syntax.Arguments)
        {
            if (argument.IsRequired && _result.GetValues(argument).Count == 0)
            {
                _result.Blame($"{_syntax.Name} needs a {argument.Name}. {argument.Description}");
            }
        }
    }

    private void BlameUnknown(string word)
    {
        var name = NameIn(word);
        _result.Blame($"{_syntax.Name} has no option '{PlainText.OneLine(name)}'.{NearMiss.Question(name, _syntax.Options.Select(static option => option.Name))}");
    }

    private Option? Find(string word, out string? value)
    {
        var name = NameIn(word);
        value = name.Length == word.Length ? null : word[(name.Length + 1)..];
        return _syntax.Find(name);
    }

    private static string NameIn(string word) => word.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? word[..equals] : word;

    private static bool IsAmong(IReadOnlyList<string>? choices, string value) => choices is null || choices.Contains(value, StringComparer.Ordinal);

    private static string Listed(IReadOnlyList<string> choices) => $"{string.Join(", ", choices.SkipLast(1))} or {choices[^1]}";
}
