using System.Globalization;
using System.Text;

namespace Missive.Codegen.Diagnostics;

/// <summary>Makes a text from a file fit to be shown: one line, of readable length, nothing that moves a terminal's cursor.</summary>
internal static class MessageText
{
    private const int MaxMessage = 1500;
    private const int MaxQuote = 60;

    /// <summary>A message as a whole.</summary>
    public static string Clean(string message)
    {
        if (message.Length > MaxMessage)
        {
            message = Cut(message, MaxMessage);
        }

        return message.Any(IsUnsafe) ? Escape(message) : message;
    }

    /// <summary>A value quoted within a message.</summary>
    public static string Shorten(string value) => value.Length > MaxQuote ? Cut(value, MaxQuote) : value;

    private static string Cut(string text, int length) =>
        text.Substring(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length) + "…";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 10);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append("\\t"),
                _ when IsUnsafe(c) => escaped.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Control characters, line ends, and marks that turn the direction of the text around.</summary>
    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
