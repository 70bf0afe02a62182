using System.Text;
using Missive.Codegen.Model;
using Xunit;

namespace Missive.Codegen.Tests.Fixtures;

/// <summary>Tells whether diagnostics point into the file that they are about.</summary>
internal static class FilePlaces
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>Fails when a diagnostic points outside of the file.</summary>
    public static void AssertInside(ReadFile read, byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split(LineEnds, StringSplitOptions.None);
        foreach (var diagnostic in read.Diagnostics)
        {
            var isInside = diagnostic.Path == read.Path
                && diagnostic.Line >= 1 && diagnostic.Line <= lines.Length
                && diagnostic.Column >= 1 && diagnostic.Column <= lines[diagnostic.Line - 1].Length + 1
                && diagnostic.EndLine >= diagnostic.Line && diagnostic.EndLine <= lines.Length
                && (diagnostic.EndLine > diagnostic.Line || diagnostic.EndColumn >= diagnostic.Column);
            Assert.True(isInside, $"Outside of the file's {lines.Length} lines: {Describe.Full(diagnostic)}");
        }
    }
}
