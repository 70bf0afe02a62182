using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Missive.Codegen.Cli.Tests;

/// <summary>Runs real processes.</summary>
internal static class Command
{
    /// <summary>Tests that build the repository's own projects run one after the other: a restore of one writes what the others' builds read.</summary>
    public const string OwnProjects = "builds of the repository's own projects";

    private static readonly Dictionary<string, string?> Metadata = typeof(Command).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);

    /// <summary>The repository's root.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Runs <c>missive-codegen</c> in a folder.</summary>
    public static Task<CommandResult> Tool(string folder, params string[] arguments) =>
        Run(folder, "dotnet", [Metadata["ToolPath"]!, .. arguments]);

    /// <summary>Runs <c>dotnet build</c> in a folder, with the configuration that the tests were built with.</summary>
    public static Task<CommandResult> Build(string folder, params string[] arguments) =>
        Run(folder, "dotnet", ["build", "-c", Configuration, "-nologo", "-tl:off", .. arguments]);

    /// <summary>The configuration that the tests were built with.</summary>
    public static string Configuration => Metadata["Configuration"]!;

    /// <summary>Runs <c>dotnet pack</c> on a project of this repository.</summary>
    public static Task<CommandResult> Pack(string project, string version, string feed, params string[] arguments) =>
        Run(Repository, "dotnet", ["pack", project, "-nologo", "-tl:off", $"-p:PackageVersion={version}", "--output", feed, .. arguments]);

    /// <summary>Runs <c>missive-codegen generate</c> with another memory than the workspace's.</summary>
    public static Task<CommandResult> GenerateWithMemory(string folder, string memory) =>
        Run(folder, "dotnet", [Metadata["ToolPath"]!, "generate"], memory);

    /// <summary>Runs <c>missive-codegen</c> in a folder, and kills it when <paramref name="until"/> is cancelled.</summary>
    public static async Task ToolUntil(string folder, CancellationToken until, params string[] arguments)
    {
        using var process = Start(folder, "dotnet", [Metadata["ToolPath"]!, .. arguments], memory: null);
        await using (until.Register(process.Kill))
        {
            _ = process.StandardOutput.ReadToEndAsync(Cancel);
            _ = process.StandardError.ReadToEndAsync(Cancel);
            await process.WaitForExitAsync(Cancel);
        }
    }

    private static async Task<CommandResult> Run(string folder, string program, string[] arguments, string? memory = null)
    {
        using var process = Start(folder, program, arguments, memory);
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return new(process.ExitCode, await output, await errors);
    }

    private static Process Start(string folder, string program, string[] arguments, string? memory)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // Nothing of the test run's own build may reach the one inside.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        // Nor the memory of what it generated.
        start.Environment["MISSIVE_CODEGEN_MEMORY"] = memory ?? Path.Combine(folder, Workspace.MemoryFolder);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string FindRepository([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", ".."));
}

/// <summary>How a process ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public string All => Output + Errors;
}
