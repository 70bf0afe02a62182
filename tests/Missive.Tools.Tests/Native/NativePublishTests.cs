using System.Diagnostics;
using System.Runtime.CompilerServices;
using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Native;

/// <summary>Runs alone: the native compiler takes the whole machine for a while, and other tests wait for moments.</summary>
[CollectionDefinition(nameof(NativePublishTests), DisableParallelization = true)]
public sealed class CompiledAlone;

/// <summary>The library inside a program that is compiled to native code, where nothing can be found by reflection.</summary>
[Collection(nameof(NativePublishTests))]
public sealed class NativePublishTests
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly string Project = Path.GetFullPath(Path.Combine(FolderOf(), "../../Missive.Tools.Native"));

    [Fact]
    public async Task A_program_published_natively_makes_the_same_calls()
    {
        if (await FindLackAsync() is { } lack)
        {
            Assert.Skip(lack);
        }

        var folder = Directory.CreateTempSubdirectory("missive-native-");
        try
        {
            // What it refers to has just been built with these tests.
            var published = await RunAsync(
                "dotnet", "publish", Project, "--configuration", Configuration, "--output", folder.FullName, "-p:BuildProjectReferences=false", "-nologo", "-tl:off");
            Assert.True(published.ExitCode == 0, published.Output);
            Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);
            Assert.False(File.Exists(Path.Combine(folder.FullName, "Missive.Tools.Native.dll")), "It was not compiled to native code.");

            await using var emulator = await MissiveEmulator.StartAsync(cancellationToken: Sandbox.Token);
            var ran = await RunAsync(Path.Combine(folder.FullName, "Missive.Tools.Native"), emulator);
            Assert.True(ran.ExitCode == 0, ran.Output);
            Assert.Equal(
                """
                typed: 2 conversations, first conv_123, more: True
                written: Native
                streamed: 6 closed tasks
                by name: closed
                rehearsed: POST /tasks {"tasks":{"title":"T","assignees":["user_123"],"organization":"org_123","due_at":1767225599}}
                refused: body.stat, not state
                not found: get_task 404
                registry: 43 functions, 20 write
                embedded: True, True
                injected: Example Owner
                """,
                ran.Output.ReplaceLineEndings("\n").TrimEnd(),
                ignoreLineEndingDifferences: true);
            Assert.Contains(emulator.Requests, static request =>
                request.Line == "POST /drafts"
                && request.BodyText == """{"drafts":{"subject":"Native","from_field":{"address":"support@example.test"},"to_fields":[{"address":"ada@example.test"}]}}""");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What the machine lacks to link a native program, as the reason to skip; null when it has all.</summary>
    private static async Task<string?> FindLackAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "Tried on Linux only: elsewhere the linker comes with Visual Studio or Xcode.";
        }

        if (Array.Find(["clang", "gcc"], IsOnPath) is not { } linker)
        {
            return "Native programs are linked with clang or gcc, and neither is on the path. On Debian: apt-get install clang zlib1g-dev.";
        }

        var output = Path.GetTempFileName();
        try
        {
            var linked = await RunAsync(linker, "-x", "c", "-include", "zlib.h", "/dev/null", "-shared", "-lz", "-o", output);
            return linked.ExitCode == 0 ? null : "Native programs are linked with zlib, whose files for developers are not here. On Debian: apt-get install zlib1g-dev.";
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static bool IsOnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments) => RunAsync(new ProcessStartInfo(program, arguments));

    private static Task<(int ExitCode, string Output)> RunAsync(string program, MissiveEmulator emulator) => RunAsync(new ProcessStartInfo(program)
    {
        Environment = { [MissiveOptions.AccessTokenVariable] = emulator.Token, [MissiveOptions.BaseUrlVariable] = emulator.BaseAddress.AbsoluteUri },
    });

    private static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;

        // Nothing of the build that runs these tests may reach the one inside.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
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

    private static string FolderOf([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
