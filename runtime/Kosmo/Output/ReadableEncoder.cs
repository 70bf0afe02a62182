using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Kosmo.Output;

/// <summary>
/// Escapes in JSON texts only what has to be: quotes, backslashes, control characters, the two separators that end lines
/// in some languages, and what reorders the text around it on a terminal. The framework's most lenient encoder escapes emoji too.
/// </summary>
internal sealed class ReadableEncoder : JavaScriptEncoder
{
    public static ReadableEncoder Instance { get; } = new();

    // \u and four digits.
    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar)
        => unicodeScalar is < 0x20 or '"' or '\\' or (>= 0x7f and <= 0x9f) or 0x2028 or 0x2029 || PlainText.Reorders(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < rest.Length; i++)
        {
            if (WillEncode(rest[i]))
            {
                return i;
            }

            if (char.IsSurrogate(rest[i]))
            {
                // Half a pair has to be replaced, which the framework does with what is found here.
                if (Rune.DecodeFromUtf16(rest[i..], out _, out var length) != System.Buffers.OperationStatus.Done)
                {
                    return i;
                }

                i += length - 1;
            }
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        if (!WillEncode(unicodeScalar))
        {
            return new Rune(unicodeScalar).TryEncodeToUtf16(output, out numberOfCharactersWritten);
        }

        var text = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            _ => $"\\u{unicodeScalar.ToString("x4", CultureInfo.InvariantCulture)}",
        };
        numberOfCharactersWritten = text.TryCopyTo(output) ? text.Length : 0;
        return numberOfCharactersWritten > 0;
    }
}
