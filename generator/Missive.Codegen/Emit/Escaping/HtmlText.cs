namespace Missive.Codegen.Emit.Escaping;

/// <summary>Writes text into HTML.</summary>
internal static class HtmlText
{
    /// <summary>Text of an element or of a quoted attribute.</summary>
    public static string Text(string value) => LineText.OneLine(value)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");
}
