using Missive.Codegen.Model;
using YamlDotNet.Core;

namespace Missive.Codegen.Reading;

/// <summary>Puts an error of the YAML library into words that help, at the place that has to be mended.</summary>
/// <param name="Span">The place; null when the library's own is the right one.</param>
/// <param name="Message">What happened and what to do next.</param>
internal sealed record YamlError(SourceSpan? Span, string Message)
{
    public static YamlError From(YamlException e, string text)
    {
        var message = (e.InnerException?.Message ?? e.Message).TrimEnd('.');
        if (message.Contains("tab") && FindTab(text, (int)e.Start.Line) is { } tab)
        {
            // The library names the beginning of what it was reading, which may be the beginning of the file.
            return new(tab, "YAML does not allow tabs for indentation; use blanks.");
        }

        return new(null, $"The YAML cannot be read: {message}. {AdviceFor(message)}");
    }

    private static string AdviceFor(string message)
    {
        if (message.Contains("invalid mapping") || message.Contains("mapping values"))
        {
            return "A text with ': ' in it needs quotes around it; otherwise check the indentation here and in the line above.";
        }

        return message.Contains("cannot start any token")
            ? "A text that begins with a sign such as @, ` or % needs quotes around it."
            : "Check the indentation, quotes and brackets here and in the line above.";
    }

    /// <summary>The first tab within the indentation of a line, from <paramref name="line"/> on.</summary>
    private static SourceSpan? FindTab(string text, int line)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n', '\r');
        for (var i = Math.Max(0, line - 1); i < lines.Length; i++)
        {
            var indentation = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
            var tab = lines[i].IndexOf('\t', 0, indentation);
            if (tab >= 0)
            {
                return new(i + 1, tab + 1, i + 1, tab + 2);
            }
        }

        return null;
    }
}
