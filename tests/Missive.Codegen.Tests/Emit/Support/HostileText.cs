using CsCheck;

namespace Missive.Codegen.Tests.Emit.Support;

/// <summary>Text that would break an output that does not escape it.</summary>
internal static class HostileText
{
    /// <summary>What each syntax reads as its own.</summary>
    public static readonly string[] Fragments =
    [
        "*/", "/*", "\"\"\"", "\"", "'", "\\", "]]", "[[", "--[[", "--", "|", "||", "`", "```", "~~~", "</summary>", "<b>", "<!--", "-->", "&amp;", "&", "&#10;",
        "{{", "}}", "{%", "$(id)", "$HOME", "%s", "%n", "#", " #", "# ", "- ", "+ ", "1. ", "1) ", "===", "---", "* ", "**", "_", "__", "_a_", "[x](y)", "![x](y)", "<http://x>",
        "\\n", "\\u000a", "\\", "\\|", "@class", "@", "//", "///", "#if", "#pragma", "?", "[]", "fun(", "\0", "\a", "\u001b", "\u007f", "\t", " ", "  ", "\n", "\r", "\r\n", "\v", "\f",
        "\u0085", "\u2028", "\u2029", "\u00a0", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\u200b", "\u202e", "é", "ß", "İ", "中", "😀", "\U0010ffff", "a", "b", "word", "0", "7",
    ];

    /// <summary>All fragments at once: what a field of a hostile manifest holds.</summary>
    public static readonly string Everything = "x " + string.Join(" y ", Fragments) + string.Concat(Fragments) + " z";

    /// <summary>Arbitrary text, halves of surrogate pairs included.</summary>
    public static readonly Gen<string> Any = Gen.OneOf(
        Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]).Array[0, 8].Select(string.Concat),
        Gen.OneOf(Gen.Char, Gen.Char[' ', '~'], Gen.Char['\0', '\u00ff'], Gen.Char['\ud800', '\udfff']).Array[0, 12].Select(c => new string(c)));

    /// <summary>Arbitrary text that UTF-8 can hold.</summary>
    public static readonly Gen<string> Whole = Any.Select(t => t.Normalised());

    /// <summary>A fixed sample: every fragment and many combinations, for checks that start a program once.</summary>
    public static IReadOnlyList<string> Sample { get; } = [.. Fragments, Everything, "", .. new[] { Any }.SelectMany(MakeSample)];

    /// <summary>The text with U+FFFD for halves of surrogate pairs.</summary>
    public static string Normalised(this string text) => new(text.EnumerateRunes().SelectMany(r => r.ToString()).ToArray());

    private static IEnumerable<string> MakeSample(Gen<string> gen)
    {
        var made = new List<string>();
        gen.Sample(made.Add, iter: 500, threads: 1);
        return made;
    }
}
