using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Packaging;

/// <summary>The library inside a program that is compiled to native code, where nothing can be found by reflection.</summary>
[Collection(nameof(CompiledAlone))]
public sealed class NativePublishTests
{
    private static readonly string Project = Path.Combine(Command.Repository, "tests/Missive.Tools.Native");

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
            var published = await Command.DotnetAsync("publish", Project, "--output", folder.FullName);
            Assert.True(published.ExitCode == 0, published.Output);
            Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);
            Assert.False(File.Exists(Path.Combine(folder.FullName, "Missive.Tools.Native.dll")), "It was not compiled to native code.");

            await using var emulator = await MissiveEmulator.StartAsync(cancellationToken: Sandbox.Token);
            var ran = await Command.RunAsync(
                Path.Combine(folder.FullName, "Missive.Tools.Native"),
                [],
                (MissiveOptions.AccessTokenVariable, emulator.Token),
                (MissiveOptions.BaseUrlVariable, emulator.BaseAddress.AbsoluteUri));
            Assert.True(ran.ExitCode == 0, ran.Output);
            var tools = MissiveTools.Registry.Tools;
            Assert.Equal(
                $$$"""
                typed: 2 conversations, first conv_123, more: True
                written: Native
                streamed: 6 closed tasks
                by name: closed
                rehearsed: POST /tasks {"tasks":{"title":"T","assignees":["user_123"],"organization":"org_123","due_at":1767225599}}
                refused: body.stat, not state
                not found: get_task 404
                registry: {{{tools.Length}}} functions, {{{tools.Count(static tool => tool.Definition.Operation == ToolOperation.Write)}}} write
                embedded: True, True
                injected: Example Owner
                """,
                ran.Output.TrimEnd(),
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
            var linked = await Command.RunAsync(linker, ["-x", "c", "-include", "zlib.h", "/dev/null", "-shared", "-lz", "-o", output]);
            return linked.ExitCode == 0 ? null : "Native programs are linked with zlib, whose files for developers are not here. On Debian: apt-get install zlib1g-dev.";
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static bool IsOnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
