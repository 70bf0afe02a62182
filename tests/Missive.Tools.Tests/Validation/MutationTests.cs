using System.Text.Json;
using System.Text.Json.Nodes;
using Missive.Codegen.Runtime;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Validation;

/// <summary>Every example, broken in every single way: the error names what is wrong, and offers the call that was meant.</summary>
public sealed class MutationTests
{
    public static TheoryData<string, string> Examples => ManifestData.Examples();

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task ABrokenExampleIsRefusedByNameAndCorrected(string function, string title)
    {
        var example = ManifestData.Example(function, title);
        if (example.Error is { Path: not null })
        {
            return;
        }

        // Whatever is sent after all ends here, so that an accepted call is told from a refused one.
        var stub = new StubTransport(static _ => throw new SentException());
        var tool = MissiveTools.Registry.Create(function, new MissiveInvoker(stub, new MissiveOptions(), TimeProvider.System));
        var arguments = (JsonObject)JsonNode.Parse(ManifestData.JsonOf(example.Args))!;
        foreach (var mutation in Mutations.Of(tool.Definition, arguments))
        {
            var what = $"{mutation.Kind} at {mutation.Path}: {mutation.Arguments.ToJsonString()}";
            var error = await Record.ExceptionAsync(() => CallAsync(tool, mutation.Arguments));
            if (error is SentException)
            {
                Assert.False(mutation.MustFail, $"Sent although broken: {what}");
                continue;
            }

            var refusal = Assert.IsType<ToolValidationException>(error);
            Assert.True(IsNamed(refusal, mutation), $"{what}\nis not named by: {refusal.Message}");
            if (refusal.CorrectedArguments is { } corrected)
            {
                Assert.True(tool.Validate(corrected).IsValid, $"{what}\nis corrected into a wrong call: {corrected}");
                Assert.IsType<SentException>(await Record.ExceptionAsync(() => CallAsync(tool, JsonNode.Parse(corrected.GetRawText())!)));
            }

            // A number in the place of an id is the text of that number, but perhaps no id that the rest of the call allows.
            if (mutation.Meant is { } meant && tool.Validate(JsonElement.Parse(meant.ToJsonString())).IsValid)
            {
                Assert.True(
                    refusal.CorrectedArguments is { } offered && JsonElement.DeepEquals(JsonElement.Parse(meant.ToJsonString()), offered),
                    $"{what}\nis not corrected into {meant.ToJsonString()}: {refusal.Message}");
            }
        }
    }

    [Fact]
    public async Task AnUnknownKeyNamesTheWayThrough()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var error = await sandbox.RefusedAsync("create_draft", """{"body":{"subject":"A","brand_new_field":1}}""");
        Assert.Equal(("unknown", "body.brand_new_field"), (error.Code, error.Path));
        Assert.Contains("api_post", error.Message, StringComparison.Ordinal);
        Assert.Contains("allow_undocumented", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllowedUndocumentedKeysAreSent()
    {
        var options = new MissiveOptions { AllowUndocumented = true };
        await using var sandbox = await FunctionSandbox.StartAsync(new() { StrictQuery = false, StrictBody = false }, options);
        await sandbox.CallAsync("create_draft", """{"body":{"subject":"A","brand_new_field":1}}""");
        await sandbox.CallAsync("update_task", """{"task_id":"task_123","body":{"title":"A","brand_new_field":1}}""");
        await sandbox.CallAsync("create_post", """{"body":{"text":"A","brand_new_field":1}}""");
        await sandbox.CallAsync("list_conversations", """{"shared_label":"label_123"}""");
        await sandbox.CallAsync("list_tasks", """{"team":"team_123"}""");
        await sandbox.CallAsync("api_get", """{"path":"/tasks","limit":2}""");
        sandbox.AssertSent(
            ("POST /drafts", """{"drafts":{"subject":"A","brand_new_field":1}}"""),
            ("PATCH /tasks/task_123", """{"tasks":{"title":"A","brand_new_field":1}}"""),
            ("POST /posts", """{"posts":{"text":"A","brand_new_field":1,"notification":{"title":"New post","body":"A"}}}"""),
            "GET /conversations?shared_label=label_123&limit=25",
            "GET /tasks?team=team_123&limit=25",
            "GET /tasks?limit=2");
    }

    [Theory]
    [InlineData("create_task", """{"title":"T","assignee":" "}""", "assignee")]
    [InlineData("list_conversations", """{"assignee":""}""", "assignee")]
    [InlineData("list_conversations", """{"inbox":" "}""", "inbox")]
    [InlineData("create_comment", """{"conversation_id":"conv_123","body":"\n"}""", "body")]
    public async Task ABlankTextIsRefused(string function, string arguments, string path)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var error = await sandbox.RefusedAsync(function, arguments);
        Assert.Equal(("too_short", path), (error.Code, error.Path));
        sandbox.AssertSent();
    }

    private static Task<JsonElement> CallAsync(Tool tool, JsonNode arguments)
        => tool.InvokeAsync(JsonElement.Parse(arguments.ToJsonString()), TestContext.Current.CancellationToken);

    // A rule names the object that it is about and its fields in words.
    private static bool IsNamed(ToolValidationException refusal, Mutation mutation)
    {
        var field = mutation.Path[(mutation.Path.LastIndexOf('.') + 1)..];
        return refusal.Errors.Any(error => error.Path == mutation.Path || error.Message.Contains(field, StringComparison.Ordinal));
    }

    private sealed class SentException : Exception;
}
