using System.Globalization;
using System.Text;
using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Packaging;

/// <summary>The examples of docs/csharp.md, compiled as they stand there and run one after the other.</summary>
[Collection(nameof(CompiledAlone))]
public sealed class CSharpPageTests
{
    private static readonly string[] Libraries =
        ["Missive.Codegen.Runtime", "Missive.Tools", "Missive.Emulator", "Polly.Core", "System.CommandLine", "xunit.v3.assert"];

    [Fact]
    public async Task Every_example_of_the_page_compiles_and_runs()
    {
        var folder = Directory.CreateTempSubdirectory("missive-page-").FullName;
        try
        {
            var examples = ExamplesOfPage();
            Assert.NotEmpty(examples);
            await WriteProjectAsync(folder, examples);
            var built = await Command.DotnetAsync("build", folder, "--output", Path.Combine(folder, "out"));
            Assert.True(built.ExitCode == 0, built.Output);

            await using var emulator = await MissiveEmulator.StartAsync(cancellationToken: Sandbox.Token);
            var ran = await Command.RunAsync(
                "dotnet",
                [Path.Combine(folder, "out/page.dll")],
                (MissiveOptions.AccessTokenVariable, emulator.Token),
                (MissiveOptions.BaseUrlVariable, emulator.BaseAddress.AbsoluteUri));
            Assert.True(ran.ExitCode == 0, ran.Output);

            // What the examples are there to show.
            Assert.Contains("20 tasks, more: True", ran.Output, StringComparison.Ordinal);
            Assert.Contains("""POST /tasks {"tasks":{"title":"Call back",""", ran.Output, StringComparison.Ordinal);
            Assert.Contains("Read: Get a single Missive task by ID.", ran.Output, StringComparison.Ordinal);
            Assert.Contains("GET /teams: 200 in ", ran.Output, StringComparison.Ordinal);
            Assert.Contains($"{emulator.ReadStored("shared_labels").Count} labels", ran.Output, StringComparison.Ordinal);
            Assert.Contains($"{examples.Count(static example => !IsType(example))} examples ran", ran.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] ExamplesOfPage()
    {
        var page = File.ReadAllText(Path.Combine(Command.Repository, "docs/csharp.md")).ReplaceLineEndings("\n");
        return [.. page.Split("\n```csharp\n").Skip(1).Select(static rest => rest[..rest.IndexOf("\n```", StringComparison.Ordinal)])];
    }

    private static bool IsType(string example) => example.Split('\n').Any(static line => line.StartsWith("internal sealed class", StringComparison.Ordinal));

    private static async Task WriteProjectAsync(string folder, string[] examples)
    {
        var calls = new StringBuilder();
        var count = 0;
        foreach (var example in examples)
        {
            if (IsType(example))
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"Type{example.Length}.cs"), example, Sandbox.Token);
                continue;
            }

            count++;
            await File.WriteAllTextAsync(Path.Combine(folder, $"Example{count}.cs"), MethodOf(example, count), Sandbox.Token);
            calls.Append(CultureInfo.InvariantCulture, $"await Page.Example{count}Async();\n");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), $$"""
            {{calls}}Console.WriteLine("{{count}} examples ran");

            internal static partial class Page
            {
                private static readonly Missive.Tools.MissiveAccount account =
                    Missive.Tools.MissiveAccount.Create(new Missive.Tools.MissiveOptions().ReadEnvironment());

                private static readonly Missive.Tools.MissiveClient client = account.Client;
                private static readonly CancellationToken cancellationToken = CancellationToken.None;
            }
            """, Sandbox.Token);
        await ConsoleProject.WriteAsync(folder, "page", Directory.CreateDirectory(Path.Combine(folder, "feed")).FullName, string.Concat(
            Libraries.Select(static name => $"""<Reference Include="{Path.Combine(AppContext.BaseDirectory, name + ".dll")}" />""")
                .Prepend("""<FrameworkReference Include="Microsoft.AspNetCore.App" />""")));
    }

    // The usings that an example begins with stand before the method, beside those that the page takes for granted.
    private static string MethodOf(string example, int number)
    {
        var lines = example.Split('\n');
        var usings = lines.TakeWhile(static line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=')).ToList();
        var statements = string.Join('\n', lines.Skip(usings.Count));
        var all = usings.Concat(["using Missive.Codegen.Runtime;", "using Missive.Tools;", "using Xunit;"]).Distinct(StringComparer.Ordinal);
        return $$"""
            {{string.Join('\n', all)}}

            internal static partial class Page
            {
                public static async Task Example{{number}}Async()
                {
            {{statements}}
                    await Task.CompletedTask;
                }
            }
            """;
    }
}
