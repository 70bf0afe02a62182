using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Missive.Lua;

/// <summary>
/// Writes a pattern of PCRE as one of .NET. Every group gets its number explicitly, because .NET counts named groups after
/// the others; and what is only written differently is rewritten.
/// </summary>
internal sealed class PatternTranslator(PatternText pattern)
{
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["alnum"] = @"\p{L}\p{Nd}",
        ["alpha"] = @"\p{L}",
        ["blank"] = @" \t",
        ["cntrl"] = @"\p{Cc}",
        ["digit"] = "0-9",
        ["graph"] = @"!-~",
        ["lower"] = @"\p{Ll}",
        ["print"] = @" -~",
        ["punct"] = @"!-/:-@\[-`{-~",
        ["space"] = @"\s",
        ["upper"] = @"\p{Lu}",
        ["word"] = @"\w",
        ["xdigit"] = "0-9A-Fa-f",
    };

    private readonly string _body = pattern.Body;
    private readonly StringBuilder _result = new();
    private readonly List<(string Name, int Number)> _names = [];
    private readonly List<(int Result, int Source, int Length)> _pieces = [];
    private int _groups;
    private int _at;
    private bool _isInClass;

    public string Translate(out ImmutableArray<(string Name, int Number)> names)
    {
        _result.Append(pattern.IsAnchored ? @"\G(?:" : "");
        while (_at < _body.Length)
        {
            Step();
        }

        names = [.. _names];
        return _result.Append(pattern.IsAnchored ? ")" : "").ToString();
    }

    /// <summary>Where in the pattern's text something stands.</summary>
    /// <param name="offset">Where it stands in what <see cref="Translate"/> returned.</param>
    public int SourceOf(int offset)
    {
        var (result, source, length) = _pieces.FindLast(piece => piece.Result <= offset);
        return source + Math.Min(length, Math.Max(0, offset - result));
    }

    private void Step()
    {
        var c = _body[_at];
        if (c == '\\' && _at + 1 < _body.Length)
        {
            Escape();
        }
        else if (_isInClass)
        {
            InClass(c);
        }
        else if (c == '[')
        {
            BeginClass();
        }
        else if (c == '(')
        {
            Group();
        }
        else if (c == '#' && pattern.Options.HasFlag(RegexOptions.IgnorePatternWhitespace))
        {
            var end = _body.IndexOf('\n', _at);
            Copy(end < 0 ? _body.Length - _at : end - _at);
        }
        else if (c == '$' && pattern.EndsAtEnd && !pattern.Options.HasFlag(RegexOptions.Multiline))
        {
            Replace(1, @"\z");
        }
        else
        {
            Copy(1);
        }
    }

    private void Escape()
    {
        var c = _body[_at + 1];
        switch (c)
        {
            case 'h':
                Replace(2, _isInClass ? @" \t" : @"[ \t]");
                break;
            case 'R' when !_isInClass:
                Replace(2, @"(?:\r\n|\n|\r)");
                break;
            case 'x' when Rest(2) is ['{', ..] && _body.IndexOf('}', _at) is var end and > 0
                && int.TryParse(_body.AsSpan(_at + 3, end - _at - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point)
                && Rune.TryCreate(point, out var rune):
                Replace(end - _at + 1, string.Concat(rune.ToString().Select(static unit => $"\\u{(int)unit:x4}")));
                break;
            case >= '1' and <= '9' when !_isInClass:
                BackReference();
                break;
            case 'k' when !_isInClass && Rest(2) is ['<' or '\'' or '{', ..]:
                var close = _body.IndexOf(Closing(_body[_at + 2]), _at);
                Replace(close < 0 ? 2 : close - _at + 1, close < 0 ? @"\k" : Reference(_body[(_at + 3)..close]));
                break;
            default:
                Copy(2);
                break;
        }
    }

    private void BackReference()
    {
        var length = 1;
        while (length < 2 && Rest(1 + length) is [>= '0' and <= '9', ..])
        {
            length++;
        }

        Replace(1 + length, Reference(_body.Substring(_at + 1, length)));
    }

    private void BeginClass()
    {
        _isInClass = true;
        Copy(1);
        if (Rest(0) is ['^', ..])
        {
            Copy(1);
        }

        // As the first of a class, a closing bracket is one of its characters.
        if (Rest(0) is [']', ..])
        {
            Replace(1, @"\]");
        }
    }

    private void InClass(char c)
    {
        if (c == ']')
        {
            _isInClass = false;
            Copy(1);
        }
        else if (c == '[' && Rest(1) is [':', ..] && _body.IndexOf(":]", _at, StringComparison.Ordinal) is var end and > 0
            && Classes.TryGetValue(_body[(_at + 2)..end], out var characters))
        {
            Replace(end - _at + 2, characters);
        }
        else
        {
            // .NET would take it for the beginning of a class to be subtracted.
            Replace(1, c == '[' ? @"\[" : c.ToString());
        }
    }

    private void Group()
    {
        switch (Rest(1))
        {
            case ['?', '#', ..]:
                var end = _body.IndexOf(')', _at);
                Copy(end < 0 ? _body.Length - _at : end - _at + 1);
                break;
            case ['?', 'P', '=', ..] when _body.IndexOf(')', _at) is var close and > 0:
                Replace(close - _at + 1, Reference(_body[(_at + 4)..close]));
                break;
            case ['?', 'P', '<', ..]:
                NamedGroup(4, '>');
                break;
            case ['?', '<', not ('=' or '!'), ..]:
                NamedGroup(3, '>');
                break;
            case ['?', '\'', ..]:
                NamedGroup(3, '\'');
                break;
            case ['?', ..] or ['*', ..]:
                Copy(2);
                break;
            default:
                Replace(1, $"(?<{++_groups}>");
                break;
        }
    }

    private void NamedGroup(int start, char closing)
    {
        var end = _body.IndexOf(closing, _at + start);
        if (end < 0)
        {
            Copy(_body.Length - _at);
            return;
        }

        _names.Add((_body[(_at + start)..end], ++_groups));
        Replace(end - _at + 1, $"(?<{_groups}>");
    }

    private string Reference(string group)
    {
        foreach (var (name, number) in _names)
        {
            if (name == group)
            {
                return $@"\k<{number}>";
            }
        }

        return $@"\k<{group}>";
    }

    private ReadOnlySpan<char> Rest(int offset) => _at + offset < _body.Length ? _body.AsSpan(_at + offset) : [];

    private void Copy(int length) => Replace(length, _body.Substring(_at, Math.Min(length, _body.Length - _at)));

    private void Replace(int length, string text)
    {
        _pieces.Add((_result.Length, _at, length));
        _result.Append(text);
        _at += length;
    }

    private static char Closing(char opening) => opening switch
    {
        '<' => '>',
        '{' => '}',
        _ => opening,
    };
}
