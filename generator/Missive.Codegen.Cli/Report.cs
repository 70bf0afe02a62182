using Missive.Codegen.Diagnostics;

namespace Missive.Codegen.Cli;

/// <summary>What the tool prints: diagnostics in the form that MSBuild and editors recognise, on standard error; the rest on standard output.</summary>
internal sealed class Report(TextWriter output, TextWriter errors)
{
    public void Line(string text) => output.WriteLine(text);

    /// <summary>Prints a diagnostic with the path that leads to its file.</summary>
    public void Diagnostic(ManifestDiagnostic diagnostic, string path)
    {
        var severity = diagnostic.IsError ? "error" : "warning";
        errors.WriteLine($"{PathOf(path)}({diagnostic.Line},{diagnostic.Column}): {severity} {diagnostic.Rule.Id}: {OneLine(diagnostic.Message)}");
    }

    /// <summary>The shortest path that leads there from where the tool runs.</summary>
    public static string PathOf(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative;
    }

    public void Error(string message) => errors.WriteLine($"missive-codegen: error: {message}");

    /// <summary>A message of several lines would pass for several messages.</summary>
    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
