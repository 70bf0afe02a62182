using System.Text.Json;
using Missive.Codegen.Runtime;
using Missive.Lua.Tests.Support;
using Missive.Tools.Tests.Support;

namespace Missive.Lua.Tests.Examples;

/// <summary>Every example of the manifest, as its page shows it, from Lua over the wire.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string, string> Examples => ManifestData.Examples();

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task AnExampleInLuaSendsTheSameBytesAsInCSharp(string function, string title)
    {
        var example = DocumentedExample.Get(function, title);
        await using var lua = await EmulatedAccount.StartAsync();
        await using var csharp = await EmulatedAccount.StartAsync();

        var run = await Task.Run(() => lua.Run(example.Lua + "\nreturn result"), TestContext.Current.CancellationToken);
        JsonElement answer = default;
        var refusal = await Record.ExceptionAsync(async () =>
            answer = await csharp.CallAsync(function, JsonElement.Parse(example.Json), TestContext.Current.CancellationToken));

        Assert.Equal(csharp.Requests, lua.Requests);
        Assert.Equal((refusal as ToolValidationException)?.Reason ?? refusal?.Message, run.Error?.Message.Split("\nForm of the call: ")[0].Split("\nCorrected call: ")[0]);
        if (refusal is null)
        {
            Assert.True(JsonElement.DeepEquals(answer, run.Result!.Value[0]), $"{answer}\n{run.Result.Value[0]}");
        }
    }

    [Theory]
    [InlineData("create_draft({ body = { body = 'b', to_fields = { { address = 'person@example.test' } }, references = {}, external_response_variables = {} } })",
        """{"drafts":{"body":"b","to_fields":[{"address":"person@example.test"}],"external_response_variables":{},"references":[]}}""")]
    [InlineData("api_post({ path = '/drafts', body = { drafts = { to_fields = {}, custom = json.object() } } })",
        """{"drafts":{"custom":{},"to_fields":[]}}""")]
    public async Task AnEmptyTableIsWhatItsPlaceDemands(string call, string body)
    {
        await using var account = await EmulatedAccount.StartAsync();
        await Task.Run(() => account.Run($"app.integrations.missive.{call}"), TestContext.Current.CancellationToken);
        Assert.True(
            JsonElement.DeepEquals(JsonElement.Parse(body), JsonElement.Parse(Assert.Single(account.Requests).Body)),
            account.Requests.Single().Body);
    }

    [Fact]
    public async Task WhatWasReadCanBeChangedAndSent()
    {
        await using var account = await EmulatedAccount.StartAsync();
        var run = await Task.Run(
            () => account.Run("""
                local missive = app.integrations.missive
                local task = missive.get_task("task_123").tasks
                missive.update_task("task_123", { title = task.title .. "!" })
                return missive.get_task("task_123").tasks.title == task.title .. "!", task.title:match("!") == nil
                """),
            TestContext.Current.CancellationToken);
        Assert.Null(run.Error);
        Assert.Equal("[true,true]", run.Result!.Value.GetRawText());
        Assert.Equal(["integrations.missive.get_task", "integrations.missive.update_task", "integrations.missive.get_task"], run.Calls.Select(static call => call.Path));
    }
}
