using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Escaping;

/// <summary>Writes text into a POSIX shell's command line.</summary>
internal static class ShellText
{
    /// <summary>One word, in single quotes where it needs them.</summary>
    public static string Word(string value)
    {
        var line = LineText.WithoutHalfPairs(value).Replace("\0", "");
        return line.Length > 0 && line.All(IsPlain) ? line : "'" + line.Replace("'", "'\\''") + "'";
    }

    /// <summary>A call on the command line: scalars as flags, a call with tables or with texts of several lines as one JSON payload.</summary>
    public static string Command(string program, string function, DataMap args)
    {
        var call = $"{Word(LineText.OneLine(program))} integrations:call {Word(function)}";
        return args.Entries.Any(e => e.Value is not DataScalar scalar || scalar.Text.Any(char.IsControl) || e.Name.Any(char.IsControl))
            ? $"{call} {Word(JsonText.Compact(args))} --json"
            : $"{call}{string.Concat(args.Entries.Select(e => $" --{Word(Naming.Kebab(e.Name))}={Word(((DataScalar)e.Value).Text)}"))} --json";
    }

    private static bool IsPlain(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '/' or ',' or ':' or '@' or '+';
}
