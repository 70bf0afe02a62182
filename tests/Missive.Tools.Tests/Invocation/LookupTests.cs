using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Invocation;

public sealed class LookupTests
{
    [Fact]
    public async Task WhatWasLookedUpIsRememberedForAMinute()
    {
        var clock = new SkippingClock();
        await using var sandbox = await FunctionSandbox.StartAsync(timeProvider: clock);
        await sandbox.CallAsync("create_task", """{"title":"T"}""");
        await sandbox.CallAsync("create_task", """{"title":"T","assignee":"person@example.test"}""");
        await sandbox.CallAsync("create_contacts", """{"body":{"first_name":"A"}}""");
        await sandbox.CallAsync("list_contact_groups", """{"params":{"kind":"group"}}""");
        clock.Advance(TimeSpan.FromSeconds(59));
        await sandbox.CallAsync("create_task", """{"title":"T","assignee":"me"}""");
        Assert.Equal(["GET /users?limit=200", "GET /organizations?limit=200", "GET /contact_books?limit=200"], Lookups(sandbox));

        clock.Advance(TimeSpan.FromSeconds(2));
        await sandbox.CallAsync("create_task", """{"title":"T"}""");
        await sandbox.CallAsync("create_contacts", """{"body":{"first_name":"A"}}""");
        Assert.Equal(6, Lookups(sandbox).Count);
    }

    [Fact]
    public async Task TheCurrentUserIsAlwaysAskedFor()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("get_current_user");
        await sandbox.CallAsync("get_current_user");
        Assert.Equal(4, sandbox.Lines.Count);
    }

    [Fact]
    public async Task AnEmailThatSeveralUsersHaveIsRefusedWithTheirIds()
    {
        var stub = StubTransport.Answering(
            """{"users":[{"id":"user_1","email":"a@example.test"},{"id":"user_2","email":"A@example.test"}]}""");
        var tool = MissiveTools.Registry.Create("list_tasks", new MissiveInvoker(stub, new MissiveOptions(), TimeProvider.System));
        var refusal = await Assert.ThrowsAsync<Missive.Codegen.Runtime.ToolValidationException>(() => tool.InvokeAsync(
            System.Text.Json.JsonElement.Parse("""{"assignee":"a@example.test"}"""), TestContext.Current.CancellationToken));
        Assert.Equal(("conflict", "assignee"), (refusal.Errors[0].Code, refusal.Errors[0].Path));
        Assert.Contains("user_1, user_2", refusal.Message, StringComparison.Ordinal);
    }

    private static List<string> Lookups(FunctionSandbox sandbox)
        => [.. sandbox.Lines.Where(static line => line.EndsWith("?limit=200", StringComparison.Ordinal))];
}
