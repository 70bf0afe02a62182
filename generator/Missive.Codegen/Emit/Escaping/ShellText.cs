using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Escaping;

/// <summary>Writes text into a POSIX shell's command line.</summary>
internal static class ShellText
{
    /// <summary>One word, in single quotes where it needs them.</summary>
    public static string Word(string value)
    {
        var line = value.Replace("\0", "");
        return line.Length > 0 && line.All(IsPlain) ? line : "'" + line.Replace("'", "'\\''") + "'";
    }

    /// <summary>A value as the text of a flag: texts as they are, everything else as JSON.</summary>
    public static string Value(DataValue value) =>
        Word(value is DataScalar { Kind: "string" } text ? text.Text : JsonText.Compact(value));

    private static bool IsPlain(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '/' or ',' or ':' or '@' or '+' or '=';
}
