using System.Collections.Immutable;
using System.Globalization;
using Kosmo.Output;
using Wcwidth;

namespace Kosmo.Lua.Repl;

/// <summary>Reads lines from a terminal, with editing, history and completion.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="history">The lines entered before.</param>
/// <param name="complete">Gives the ways to complete the word at the end of a text.</param>
internal sealed class LineEditor(Terminal terminal, LineHistory history, Func<string, ImmutableArray<string>> complete)
{
    private const int DefaultWidth = 80;

    private readonly LineBuffer _line = new();
    private string _prompt = "";

    /// <summary>Reads a line.</summary>
    /// <param name="prompt">What stands before it.</param>
    /// <returns>The line; null at its end (Ctrl-D on an empty line).</returns>
    /// <exception cref="LineCanceledException">The line was given up (Ctrl-C).</exception>
    public string? Read(string prompt)
    {
        _prompt = prompt;
        _line.Set("");
        var treatedAsInput = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            return ReadKeys();
        }
        finally
        {
            Console.TreatControlCAsInput = treatedAsInput;
        }
    }

    private string? ReadKeys()
    {
        while (true)
        {
            Draw();
            var key = Console.ReadKey(intercept: true);
            switch (key)
            {
                case { Key: ConsoleKey.Enter } or { KeyChar: '\n' }:
                    Leave();
                    history.Add(_line.Text);
                    return _line.Text;
                case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    Leave();
                    throw new LineCanceledException();
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when _line.Text.Length == 0:
                    Leave();
                    return null;
                case { Key: ConsoleKey.Tab }:
                    Complete();
                    break;
                case { Key: ConsoleKey.L, Modifiers: ConsoleModifiers.Control }:
                    Console.Clear();
                    break;
                case { Key: ConsoleKey.UpArrow } or { Key: ConsoleKey.P, Modifiers: ConsoleModifiers.Control }:
                    Show(history.Older(_line.Text));
                    break;
                case { Key: ConsoleKey.DownArrow } or { Key: ConsoleKey.N, Modifiers: ConsoleModifiers.Control }:
                    Show(history.Newer());
                    break;
                default:
                    Edit(key);
                    break;
            }
        }
    }

    private void Edit(ConsoleKeyInfo key)
    {
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        Action? edit = (key.Key, control) switch
        {
            (ConsoleKey.LeftArrow, false) or (ConsoleKey.B, true) => _line.MoveLeft,
            (ConsoleKey.RightArrow, false) or (ConsoleKey.F, true) => _line.MoveRight,
            (ConsoleKey.LeftArrow, true) => _line.MoveWordLeft,
            (ConsoleKey.RightArrow, true) => _line.MoveWordRight,
            (ConsoleKey.Home, _) or (ConsoleKey.A, true) => _line.MoveToStart,
            (ConsoleKey.End, _) or (ConsoleKey.E, true) => _line.MoveToEnd,
            (ConsoleKey.Backspace, false) or (ConsoleKey.H, true) => _line.DeleteBefore,
            (ConsoleKey.Delete, _) or (ConsoleKey.D, true) => _line.DeleteAfter,
            (ConsoleKey.U, true) => _line.DeleteToStart,
            (ConsoleKey.K, true) => _line.DeleteToEnd,
            (ConsoleKey.W, true) or (ConsoleKey.Backspace, true) => _line.DeleteWordBefore,
            _ => null,
        };
        if (edit is not null)
        {
            edit();
        }
        else if (!char.IsControl(key.KeyChar))
        {
            // The second half of a character that takes two units comes as a key of its own.
            _line.Insert(char.IsHighSurrogate(key.KeyChar)
                ? string.Concat(key.KeyChar.ToString(), Console.ReadKey(intercept: true).KeyChar.ToString())
                : key.KeyChar.ToString());
        }
    }

    private void Show(string? line)
    {
        if (line is not null)
        {
            _line.Set(line);
        }
    }

    // As far as all ways agree, and when they do not, all of them below the line.
    private void Complete()
    {
        var ways = complete(_line.BeforeCursor);
        if (ways.IsEmpty)
        {
            return;
        }

        var common = CommonPrefix(ways);
        var word = WordLength(common);
        if (word < common.Length)
        {
            _line.Insert(common[word..]);
        }
        else if (ways.Length > 1)
        {
            Leave();
            terminal.Output.WriteLine(string.Join("  ", ways));
        }
    }

    // How much of a completion stands before the cursor already.
    private int WordLength(string completion)
    {
        var before = _line.BeforeCursor;
        var length = Math.Min(completion.Length, before.Length);
        while (!before.EndsWith(completion[..length], StringComparison.Ordinal))
        {
            length--;
        }

        return length;
    }

    private static string CommonPrefix(ImmutableArray<string> ways)
    {
        var prefix = ways[0].AsSpan();
        foreach (var way in ways)
        {
            prefix = prefix[..prefix.CommonPrefixLength(way)];
        }

        return prefix.ToString();
    }

    private void Leave()
    {
        _line.MoveToEnd();
        Draw();
        terminal.Output.Write('\n');
        terminal.Output.Flush();
    }

    // On one row: of a line that is longer, the part around the cursor.
    private void Draw()
    {
        var columns = (terminal.Width ?? DefaultWidth) - Width(_prompt) - 1;
        var start = 0;
        while (Width(_line.Text[start.._line.Cursor]) > columns)
        {
            start += StringInfo.GetNextTextElementLength(_line.Text, start);
        }

        var end = _line.Cursor;
        while (end < _line.Text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(_line.Text, end);
            if (Width(_line.Text[start..next]) > columns)
            {
                break;
            }

            end = next;
        }

        var back = Width(_line.Text[_line.Cursor..end]);
        var cursor = back > 0 ? $"\e[{back}D" : "";
        terminal.Output.Write($"\r{_prompt}{_line.Text[start..end]}\e[K{cursor}");
        terminal.Output.Flush();
    }

    private static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Math.Max(UnicodeCalculator.GetWidth(rune), 0);
        }

        return width;
    }
}

/// <summary>A line that was given up while it was entered.</summary>
internal sealed class LineCanceledException : Exception;
