using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Missive.Tools.Tests.Support;

/// <summary>Runs other programs to their end.</summary>
internal static class Command
{
#if DEBUG
    /// <summary>The configuration that these tests were built in, and so what they refer to.</summary>
    public const string Configuration = "Debug";
#else
    /// <summary>The configuration that these tests were built in, and so what they refer to.</summary>
    public const string Configuration = "Release";
#endif

    /// <summary>The repository's root.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Runs a command of the SDK. What these tests refer to was just built with them and is not built again.</summary>
    public static Task<(int ExitCode, string Output)> DotnetAsync(string command, string project, params IEnumerable<string> arguments)
        => RunAsync("dotnet", [command, project, "--configuration", Configuration, "-nologo", "-tl:off", "-p:BuildProjectReferences=false", .. arguments]);

    /// <summary>Runs a program.</summary>
    /// <param name="program">Its path, or its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        // Nothing of the build that runs these tests may reach the one inside.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(Sandbox.Token);
            var errors = process.StandardError.ReadToEndAsync(Sandbox.Token);
            await process.WaitForExitAsync(Sandbox.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string FindRepository([CallerFilePath] string source = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../.."));
}
