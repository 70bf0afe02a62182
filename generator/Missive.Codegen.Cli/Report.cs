using Missive.Codegen.Diagnostics;

namespace Missive.Codegen.Cli;

/// <summary>What the tool prints: diagnostics in the form that MSBuild and editors recognise, on standard error; the rest on standard output.</summary>
internal static class Report
{
    public static void Line(string text) => Console.Out.WriteLine(text);

    /// <summary>Prints a diagnostic with the path that leads to its file.</summary>
    public static void Diagnostic(ManifestDiagnostic diagnostic, string path)
    {
        var severity = diagnostic.IsError ? "error" : "warning";
        Console.Error.WriteLine($"{PathOf(path)}({diagnostic.Line},{diagnostic.Column}): {severity} {diagnostic.Rule.Id}: {OneLine(diagnostic.Message)}");
    }

    /// <summary>The shortest path that leads there from where the tool runs.</summary>
    public static string PathOf(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative;
    }

    /// <summary>What is to be said of a file in this state, after its path.</summary>
    public static string Describe(FileState state) => state switch
    {
        FileState.New or FileState.Missing => "is missing",
        FileState.Edited => "was edited by hand",
        FileState.Obsolete => "is no longer generated",
        FileState.Stray => "is not generated; move it elsewhere",
        _ => "is out of date",
    };

    public static void Error(string message) => Console.Error.WriteLine($"missive-codegen: error: {message}");

    /// <summary>A message of several lines would pass for several messages.</summary>
    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
