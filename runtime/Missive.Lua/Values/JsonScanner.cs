using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Missive.Lua;

/// <summary>
/// Walks JSON text, strictly by its grammar. The framework's reader would do, but takes most of the time that making Lua
/// values of JSON takes.
/// </summary>
/// <param name="start">The text's first byte, UTF-8; it stays where it is meanwhile.</param>
/// <param name="length">The number of bytes.</param>
internal unsafe ref struct JsonScanner(byte* start, int length)
{
    // Whole numbers of so many digits cannot overflow.
    private const int SafeDigits = 18;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private readonly byte* _start = start;
    private readonly byte* _end = start + length;
    private byte* _at = start;

    /// <summary>The next character that is no white space; zero at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Peek() => _at < _end && *_at > (byte)' ' ? *_at : PeekBehindSpace();

    private byte PeekBehindSpace()
    {
        while (_at < _end)
        {
            var c = *_at;
            if (c > (byte)' ')
            {
                return c;
            }

            if (c is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                throw Wrong("a control character stands outside of a string");
            }

            _at++;
        }

        return 0;
    }

    /// <summary>Passes the character that was peeked at.</summary>
    public void Pass() => _at++;

    /// <summary>Passes the comma before the next entry, or the bracket behind the last.</summary>
    /// <param name="isFirst">Whether no entry was read yet.</param>
    /// <param name="bracket">The bracket.</param>
    /// <returns>Whether there is another entry.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextEntry(bool isFirst, byte bracket)
    {
        // Where there is no white space, a comma and a quote mostly follow.
        if (!isFirst && _end - _at > 1 && _at[0] == (byte)',' && _at[1] == (byte)'"')
        {
            _at++;
            return true;
        }

        return NextEntryOrEnd(isFirst, bracket);
    }

    private bool NextEntryOrEnd(bool isFirst, byte bracket)
    {
        var c = Peek();
        if (c == (byte)',' && !isFirst)
        {
            _at++;
            return Peek() != bracket ? true : throw Wrong($"expected another entry after ',', not '{(char)bracket}'");
        }

        if (c == bracket)
        {
            _at++;
            return false;
        }

        return isFirst ? true : throw Wrong($"expected ',' or '{(char)bracket}'");
    }

    /// <summary>Passes the colon behind a name.</summary>
    public void PassColon()
    {
        if (Peek() != (byte)':')
        {
            throw Wrong("expected ':' after the name");
        }

        _at++;
    }

    /// <summary>Reads a name.</summary>
    /// <param name="isEscaped">Whether there are escapes in it, which are valid.</param>
    public ReadOnlySpan<byte> ReadName(out bool isEscaped)
        => Peek() == (byte)'"' ? ReadText(out isEscaped) : throw Wrong("expected a name in quotes");

    /// <summary>Reads a string, whose quote is next.</summary>
    /// <param name="isEscaped">Whether there are escapes in it, which are valid.</param>
    public ReadOnlySpan<byte> ReadText(out bool isEscaped)
    {
        var text = ++_at;
        isEscaped = false;
        while (true)
        {
            PassPlain();
            switch (*_at)
            {
                case (byte)'"':
                    return new ReadOnlySpan<byte>(text, (int)(_at++ - text));
                case (byte)'\\':
                    isEscaped = true;
                    PassEscape();
                    break;
                default:
                    throw Wrong("a control character stands in a string without an escape");
            }
        }
    }

    /// <summary>Reads a number.</summary>
    /// <param name="integer">Its value, when it is a whole number of 64 bits.</param>
    /// <param name="number">Its value otherwise.</param>
    /// <returns>Whether it is a whole number.</returns>
    public bool ReadNumber(out long integer, out double number)
    {
        var text = _at;
        var isNegative = *_at == (byte)'-';
        if (isNegative)
        {
            _at++;
        }

        var first = _at;
        var value = PassDigits();
        if (*first == (byte)'0' && _at > first + 1)
        {
            _at = first;
            throw Wrong("a number begins with a needless zero");
        }

        var isWhole = !PassFraction();
        number = 0;
        if (isWhole && _at - first <= SafeDigits)
        {
            integer = isNegative ? -value : value;
            return true;
        }

        var whole = new ReadOnlySpan<byte>(text, (int)(_at - text));
        if (isWhole && long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out integer))
        {
            return true;
        }

        integer = 0;
        number = double.Parse(whole, NumberStyles.Float, CultureInfo.InvariantCulture);
        return false;
    }

    /// <summary>Passes a word whose first letter is next.</summary>
    public void PassWord(ReadOnlySpan<byte> word)
    {
        if (!new ReadOnlySpan<byte>(_at, (int)(_end - _at)).StartsWith(word))
        {
            throw Wrong("expected a value");
        }

        _at += word.Length;
    }

    /// <summary>Sees to it that nothing follows.</summary>
    public void PassEnd()
    {
        if (Peek() != 0 || _at < _end)
        {
            throw Wrong("expected nothing more");
        }
    }

    /// <summary>The text is no JSON.</summary>
    public readonly LuaException Wrong(string problem)
    {
        var before = new ReadOnlySpan<byte>(_start, (int)(_at - _start));
        var line = before.Count((byte)'\n') + 1;
        var column = before.Length - before.LastIndexOf((byte)'\n');
        return new LuaException(
            string.Create(CultureInfo.InvariantCulture, $"Syntax error at line {line}, byte {column}: {problem}"), LuaFailureCodes.InvalidJson);
    }

    private void PassPlain()
    {
        while (_end - _at >= Vector128<byte>.Count)
        {
            var bytes = Vector128.Load(_at);
            var isEnd = Vector128.Equals(Vector128.Min(bytes, Vector128.Create((byte)0x1f)), bytes)
                | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
            if (isEnd != Vector128<byte>.Zero)
            {
                _at += BitOperations.TrailingZeroCount(isEnd.ExtractMostSignificantBits());
                return;
            }

            _at += Vector128<byte>.Count;
        }

        while (_at < _end)
        {
            if (*_at is < 0x20 or (byte)'"' or (byte)'\\')
            {
                return;
            }

            _at++;
        }

        throw Wrong("a string has no end");
    }

    private long PassDigits()
    {
        var first = _at;
        var value = 0L;
        while (_at < _end && (uint)(*_at - '0') <= 9)
        {
            value = unchecked((value * 10) + (*_at++ - '0'));
        }

        return _at > first ? value : throw Wrong("expected a digit");
    }

    private bool PassFraction()
    {
        var whole = _at;
        if (_at < _end && *_at == (byte)'.')
        {
            _at++;
            PassDigits();
        }

        if (_at < _end && (*_at | 0x20) == (byte)'e')
        {
            _at++;
            if (_at < _end && *_at is (byte)'+' or (byte)'-')
            {
                _at++;
            }

            PassDigits();
        }

        return _at > whole;
    }

    private void PassEscape()
    {
        var rest = new ReadOnlySpan<byte>(_at + 1, (int)(_end - _at) - 1);
        if (rest is [(byte)'u', ..])
        {
            if (rest.Length < 5 || rest[1..5].ContainsAnyExcept(HexDigits))
            {
                throw Wrong(@"expected four hexadecimal digits after \u");
            }

            _at += 6;
            return;
        }

        if (rest.IsEmpty || !@"""\/bfnrt"u8.Contains(rest[0]))
        {
            throw Wrong("a string has an escape that JSON does not know");
        }

        _at += 2;
    }
}
