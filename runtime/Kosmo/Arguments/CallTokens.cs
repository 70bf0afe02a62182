using System.Collections.Immutable;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Arguments;

/// <summary>What was typed after a calling verb, options aside: a function, a payload, and flags, in any order.</summary>
internal sealed class CallTokens
{
    private const string ArgumentOption = "--arg";

    private readonly ImmutableArray<FlagToken>.Builder _flags = ImmutableArray.CreateBuilder<FlagToken>();

    private CallTokens()
    {
    }

    /// <summary>The function's name as it was typed; null when there is none.</summary>
    public string? Function { get; private set; }

    /// <summary>The function; null when the name is none of a function.</summary>
    public ToolRegistration? Tool { get; private set; }

    /// <summary>The payload; null when there is none.</summary>
    public string? Payload { get; private set; }

    public ImmutableArray<FlagToken> Flags => _flags.ToImmutable();

    /// <summary>What is one word too many; null when nothing is.</summary>
    public string? Excess { get; private set; }

    /// <summary>Whether <c>-h</c> stands where it is no flag's value.</summary>
    public bool AsksForHelp { get; private set; }

    /// <summary>Reads tokens.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="find">Finds a function by a name; null for none.</param>
    /// <exception cref="ArgumentMapException">A flag is not written as it has to be.</exception>
    public static CallTokens Read(IReadOnlyList<string> tokens, Func<string, ToolRegistration?> find)
    {
        var read = new CallTokens();
        var position = FindFunction(tokens, find);
        if (position >= 0)
        {
            read.Function = tokens[position];
            read.Tool = find(tokens[position]);
        }

        read.ReadOthers(tokens, position);
        return read;
    }

    /// <summary>The name of an argument as callers of any kind write it: that of the parameter.</summary>
    public static string NameOf(string flag) => flag.Trim().Replace('-', '_');

    // The first word that is no flag, no -h and no flag's value. A flag that stands alone before the function looks as if the
    // function were its value, so that a word which names a function wins over one that does not.
    private static int FindFunction(IReadOnlyList<string> tokens, Func<string, ToolRegistration?> find)
    {
        var first = -1;
        for (var i = 0; i < tokens.Count && first < 0; i++)
        {
            if (!tokens[i].StartsWith('-'))
            {
                first = i;
            }
            else if (IsFlag(tokens[i]) && !tokens[i].Contains('=', StringComparison.Ordinal) && i + 1 < tokens.Count && !IsFlag(tokens[i + 1]))
            {
                i++;
            }
        }

        if (first >= 0 && find(tokens[first]) is not null)
        {
            return first;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (!IsFlag(tokens[i]) && find(tokens[i]) is not null)
            {
                return i;
            }
        }

        return first;
    }

    private static bool IsFlag(string token) => token.StartsWith("--", StringComparison.Ordinal);

    private void ReadOthers(IReadOnlyList<string> tokens, int function)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i == function)
            {
                continue;
            }

            var token = tokens[i];
            if (!IsFlag(token))
            {
                AddWord(token);
                continue;
            }

            var next = i + 1 < tokens.Count && i + 1 != function && !IsFlag(tokens[i + 1]) ? tokens[i + 1] : null;
            if (ReadFlag(token, next))
            {
                i++;
            }
        }
    }

    private void AddWord(string word)
    {
        if (word == "-h")
        {
            AsksForHelp = true;
        }
        else if (word is ['-', not '-', ..] && char.IsAsciiLetter(word[1]))
        {
            throw new ArgumentMapException($"'{PlainText.OneLine(word)}' is no flag: a flag has two dashes, such as -{PlainText.OneLine(word.Split('=', 2)[0])}.");
        }
        else if (Payload is null)
        {
            Payload = word;
        }
        else
        {
            Excess ??= word;
        }
    }

    /// <returns>Whether the next token was the flag's value.</returns>
    private bool ReadFlag(string token, string? next)
    {
        if (token == ArgumentOption)
        {
            AddPair(next ?? throw new ArgumentMapException("--arg needs a value: --arg name=value."));
            return true;
        }

        var equals = token.IndexOf('=', StringComparison.Ordinal);
        var name = NameOf(equals < 0 ? token[2..] : token[2..equals]);
        if (name.Length == 0)
        {
            throw new ArgumentMapException($"'{token}' is no flag: a name has to follow the dashes.");
        }

        if (equals >= 0)
        {
            _flags.Add(new FlagToken(name, token[(equals + 1)..]));
            return false;
        }

        var takesNext = next is not null && (Tool?.Definition.FindParameter(name)?.Type is not BooleanType || ValueCoercion.IsBooleanWord(next));
        _flags.Add(new FlagToken(name, takesNext ? next : null));
        return takesNext;
    }

    private void AddPair(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new ArgumentMapException("--arg values must use key=value syntax.");
        }

        _flags.Add(new FlagToken(NameOf(pair[..equals]), pair[(equals + 1)..]));
    }
}
