using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Missive.Lua;

/// <summary>The escapes of JSON's strings.</summary>
internal static class JsonEscapes
{
    /// <summary>Pushes the text of a valid JSON string. Half a surrogate pair, which no text can hold, becomes U+FFFD.</summary>
    public static void Push(LuaStack stack, ReadOnlySpan<byte> escaped)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(escaped.Length);
        stack.Push(buffer.AsSpan(0, Unescape(escaped, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    // An escape never is shorter than what it stands for.
    private static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> text)
    {
        var length = 0;
        while (true)
        {
            var next = escaped.IndexOf((byte)'\\');
            if (next < 0)
            {
                escaped.CopyTo(text[length..]);
                return length + escaped.Length;
            }

            escaped[..next].CopyTo(text[length..]);
            length += next;
            var kind = escaped[next + 1];
            escaped = escaped[(next + 2)..];
            if (kind == (byte)'u')
            {
                length += ReadRune(ref escaped).EncodeToUtf8(text[length..]);
                continue;
            }

            text[length++] = kind switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                _ => kind,
            };
        }
    }

    private static Rune ReadRune(ref ReadOnlySpan<byte> escaped)
    {
        var first = ReadUnit(ref escaped);
        if (char.IsHighSurrogate(first) && escaped is [(byte)'\\', (byte)'u', ..])
        {
            var rest = escaped[2..];
            if (Rune.TryCreate(first, ReadUnit(ref rest), out var pair))
            {
                escaped = rest;
                return pair;
            }
        }

        return Rune.TryCreate(first, out var rune) ? rune : Rune.ReplacementChar;
    }

    private static char ReadUnit(ref ReadOnlySpan<byte> escaped)
    {
        // The reader has seen to it that these are digits.
        var isHex = Utf8Parser.TryParse(escaped[..4], out ushort unit, out _, 'x');
        escaped = escaped[4..];
        return isHex ? (char)unit : '\uFFFD';
    }
}
