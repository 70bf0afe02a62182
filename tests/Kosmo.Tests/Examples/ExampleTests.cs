using System.Text.Json;
using Kosmo.Arguments;
using Kosmo.Completion;
using Kosmo.Tests.Support;
using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Tools;
using Missive.Tools.Tests.Support;

namespace Kosmo.Tests.Examples;

/// <summary>Every example of the manifest, through the command line: as one payload, and as the line that its page shows.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string, string> Examples => ManifestData.Examples();

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task TheCommandLineSendsTheSameBytesAsTheLibrary(string function, string title)
    {
        var example = ManifestData.Example(function, title);
        var arguments = ManifestData.JsonOf(example.Args);
        var (library, isRefused) = await CallLibraryAsync(function, arguments);

        await using var payload = await KosmoSandbox.StartAsync();
        var result = (await payload.RunAsync("integrations:call", $"missive.{function}", arguments, "--force", "--json")).AssertExit(isRefused ? 1 : 0);
        Assert.Equal(library, RequestsOf(payload.Emulator));
        Assert.Equal(isRefused, !result.Json.GetProperty("success").GetBoolean());

        await using var shown = await KosmoSandbox.StartAsync();
        var line = PageLineOf(function, arguments);
        (await shown.RunAsync([.. ShellWords.Split(line + " ")[1..^1], "--force"])).AssertExit(isRefused ? 1 : 0);
        Assert.Equal(library, RequestsOf(shown.Emulator));
    }

    // The line is written by the generator; that the page holds it is what makes this about the page.
    private static string PageLineOf(string function, string arguments)
    {
        var tool = MissiveTools.Registry.GetDefinition(function);
        var line = CommandText.Call($"integrations:call missive.{function}", tool, JsonElement.Parse(arguments), ["--json"]);
        var page = Kosmo.Documentation.EmbeddedTexts.FunctionPage(function);
        Assert.Contains($"\n{line}\n", page, StringComparison.Ordinal);
        return line;
    }

    private static async Task<((string Line, string Body)[] Requests, bool IsRefused)> CallLibraryAsync(string function, string arguments)
    {
        await using var emulator = await MissiveEmulator.StartAsync(null, TestContext.Current.CancellationToken);
        using var account = MissiveAccount.Create(new MissiveOptions { AccessToken = emulator.Token, BaseUrl = emulator.BaseAddress });
        var error = await Record.ExceptionAsync(
            () => MissiveTools.Registry.Create(function, account.Invoker).InvokeAsync(JsonElement.Parse(arguments), TestContext.Current.CancellationToken));
        Assert.True(error is null or MissiveException or ToolValidationException, error?.ToString());
        return (RequestsOf(emulator), error is not null);
    }

    private static (string Line, string Body)[] RequestsOf(MissiveEmulator emulator)
        => [.. emulator.Requests.Select(static request => (request.Line, request.BodyText))];
}
