using System.IO.Compression;
using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Packaging;

/// <summary>The packages, in a project that knows nothing of this repository.</summary>
[Collection(nameof(CompiledAlone))]
public sealed class PackageTests
{
    // Of its own, so that no package from elsewhere is taken for these.
    private const string Version = "99.0.0-test";

    [Fact]
    public async Task A_fresh_project_runs_the_program_of_the_readme()
    {
        var folder = Directory.CreateTempSubdirectory("missive-package-").FullName;
        try
        {
            var feed = Directory.CreateDirectory(Path.Combine(folder, "feed")).FullName;
            await PackAsync("Missive.Codegen.Runtime", feed);
            await PackAsync("Missive.Tools", feed);

            await using var emulator = await MissiveEmulator.StartAsync(cancellationToken: Sandbox.Token);
            var project = Directory.CreateDirectory(Path.Combine(folder, "fresh")).FullName;
            await WriteProjectAsync(project, feed, ProgramOfReadme().Replace("http://127.0.0.1:5090/v1", emulator.BaseAddress.AbsoluteUri, StringComparison.Ordinal));
            var built = await Command.DotnetAsync("build", project, "--output", Path.Combine(folder, "out"));
            Assert.True(built.ExitCode == 0, built.Output);
            var ran = await Command.RunAsync("dotnet", [Path.Combine(folder, "out/fresh.dll")]);
            Assert.True(ran.ExitCode == 0, ran.Output);

            var lines = ran.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal("conv_123: Example conversation", lines[0]);
            Assert.Contains("created draft_1", lines);
            Assert.Contains("todo: Example task", lines);
            Assert.Equal("GET /conversations?inbox=true&limit=5", emulator.Requests[0].Line);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PackAsync(string name, string feed)
    {
        var packed = await Command.DotnetAsync("pack", Path.Combine(Command.Repository, "runtime", name), $"-p:PackageVersion={Version}", "--output", feed);
        Assert.True(packed.ExitCode == 0, packed.Output);
        using var package = ZipFile.OpenRead(Path.Combine(feed, $"{name}.{Version}.nupkg"));
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry($"lib/net10.0/{name}.dll"));
        Assert.NotNull(package.GetEntry($"lib/net10.0/{name}.xml"));
    }

    private static async Task WriteProjectAsync(string folder, string feed, string program)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), program, Sandbox.Token);
        await ConsoleProject.WriteAsync(folder, "fresh", feed, $"""<PackageReference Include="Missive.Tools" Version="{Version}" />""");
    }

    private static string ProgramOfReadme()
    {
        var readme = File.ReadAllText(Path.Combine(Command.Repository, "README.md")).ReplaceLineEndings("\n");
        const string Begin = "```csharp\nusing Missive.Tools;\n";
        var start = readme.IndexOf(Begin, StringComparison.Ordinal) + "```csharp\n".Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
