using Kosmo.Tests.Support;

namespace Kosmo.Tests.Lua;

/// <summary>The reference page is the specification: whatever it prints is run by the real executable, as it stands there.</summary>
public class ReferencePageTests
{
    // What the page shows of other servers' tools; kosmo does not speak to those yet.
    private static readonly string[] Later = ["kosmo mcp:lua --eval 'dump(mcp.servers())' --json"];

    public static TheoryData<string> Commands => [.. ReferencePage.Commands.Except(Later)];

    public static TheoryData<string> Pieces => [.. ReferencePage.Pieces];

    [Fact]
    public void The_whole_page_was_read()
    {
        Assert.Equal(6, ReferencePage.Commands.Count);
        var called = ReferencePage.Pieces.SelectMany(static piece => piece.Split(".missive.")[1..]).Select(static call => call.Split('(')[0]);
        Assert.Equal(
            [
                "api_get", "create_analytics_report", "create_contacts", "create_draft", "get_conversation", "get_task", "list_contacts",
                "list_conversation_comments", "list_conversation_messages", "list_conversations", "list_hooks", "list_messages",
                "list_organizations", "list_responses", "list_shared_labels", "list_tasks", "list_teams", "list_users", "update_task",
            ],
            called.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_line_ends_as_it_should(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The page quotes for a POSIX shell.");
        await using var sandbox = await StartAsync();
        await File.WriteAllTextAsync(Path.Combine(sandbox.ProjectDirectory, "workflow.lua"), ReferencePage.Pieces[0], TestContext.Current.CancellationToken);
        sandbox.Environment["PATH"] = $"{Path.GetDirectoryName(KosmoProgram.Path)}:{Environment.GetEnvironmentVariable("PATH")}";
        var result = await KosmoProgram.RunAsync(["-c", command], sandbox.Environment, "", sandbox.ProjectDirectory, "/bin/sh");
        AssertEnded(result, command.Contains("workflow.lua", StringComparison.Ordinal) ? ReferencePage.Pieces[0] : command);
        if (command.Contains("docs.read(", StringComparison.Ordinal))
        {
            Assert.StartsWith("# ", result.Json.GetProperty("output").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task A_piece_of_Lua_ends_as_it_should(string piece)
    {
        await using var sandbox = await StartAsync();
        AssertEnded(await sandbox.RunWithInputAsync(piece, "integrations:lua", "--json"), piece);
    }

    [Fact]
    public async Task What_the_page_shows_of_other_servers_is_refused_and_not_ignored()
    {
        await using var sandbox = await StartAsync();
        (await sandbox.RunAsync("mcp:lua", "--eval", "dump(mcp.servers())", "--json")).AssertExit(2);
        var result = (await sandbox.RunAsync("integrations:lua", "--eval", "return app.mcp.some_server.some_tool({})", "--json")).AssertExit(1);
        Assert.StartsWith("Unknown function: app.mcp.some_server.some_tool", result.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private static async Task<KosmoSandbox> StartAsync()
    {
        var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Permit("allow", "allow");
        return sandbox;
    }

    private static void AssertEnded(KosmoResult result, string code)
    {
        var isPlaceholder = code.Contains("example_state", StringComparison.Ordinal);
        var asksForHooks = code.Contains("list_hooks", StringComparison.Ordinal);
        result.AssertExit(isPlaceholder || asksForHooks ? 1 : 0);
        var envelope = result.Json;
        var calls = envelope.GetProperty("integration_calls").EnumerateArray().Select(static call => call.GetProperty("status").GetString()).ToList();
        if (isPlaceholder)
        {
            Assert.Contains("open, closed, spam", envelope.GetProperty("error").GetString(), StringComparison.Ordinal);
            Assert.Equal(["error"], calls);
        }
        else if (asksForHooks)
        {
            Assert.Contains("does not list webhook subscriptions", envelope.GetProperty("error").GetString(), StringComparison.Ordinal);
            Assert.Equal(["ok", "ok", "error"], calls);
        }
        else
        {
            Assert.DoesNotContain("error", calls);
            Assert.Equal(code.Split("app.integrations.missive.").Length - 1, calls.Count);
        }
    }
}
