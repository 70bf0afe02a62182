using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Missive.Codegen.Runtime;
using Missive.Tools;

// What is called when the library is published natively: each way into it once. The test compares the lines.
var options = new MissiveOptions { DefaultFromField = new() { Address = "support@example.test" } }.ReadEnvironment();
using var account = MissiveAccount.Create(options);
var client = account.Client;

var open = await client.Conversations.ListConversationsAsync(new() { State = ConversationState.Open, Limit = 2 });
Console.WriteLine($"typed: {open.Conversations.Count} conversations, first {open.Conversations[0].Id}, more: {open.Pagination!.HasMore}");

var draft = await client.Drafts.CreateDraftAsync(new() { Body = new() { Subject = "Native", ToFields = [new() { Address = "ada@example.test" }] } });
Console.WriteLine($"written: {draft.DraftMessage?.Subject}");

var count = 0;
await foreach (var task in client.Tasks.StreamTasksAsync(new() { State = TaskStateFilter.Completed }))
{
    count += task.State == TaskState.Closed ? 1 : 0;
}

Console.WriteLine($"streamed: {count} closed tasks");

var update = MissiveTools.Registry.Create("missive.update_task", account.Invoker);
var updated = await update.InvokeAsync(JsonElement.Parse("""{"task_id":"task_123","body":{"state":"completed"}}"""));
Console.WriteLine($"by name: {updated.GetProperty("tasks").GetProperty("state").GetString()}");

var rehearsal = await account.RehearseAsync("create_task", JsonElement.Parse("""{"title":"T","due_date":"2025-12-31"}"""));
Console.WriteLine($"rehearsed: {rehearsal.Requests[0]} {Encoding.UTF8.GetString(rehearsal.Requests[0].Body.Span)}");

try
{
    await update.InvokeAsync(JsonElement.Parse("""{"task_id":"task_123","body":{"stat":"completed"}}"""));
}
catch (ToolValidationException refusal)
{
    Console.WriteLine($"refused: {refusal.Errors[0].Path}, not {refusal.Errors[0].Suggestion}");
}

try
{
    await client.Tasks.GetTaskAsync(new() { TaskId = "none" });
}
catch (MissiveNotFoundException refusal)
{
    Console.WriteLine($"not found: {refusal.Function} {refusal.Status}");
}

Console.WriteLine($"registry: {MissiveTools.Registry.Tools.Length} functions, {MissiveTools.Registry.Tools.Count(static tool => tool.Definition.Operation == ToolOperation.Write)} write");
Console.WriteLine($"embedded: {update.Schema.StartsWith('{')}, {update.Documentation.Contains("update_task", StringComparison.Ordinal)}");

var services = new ServiceCollection();
services.AddMissive("work", named =>
{
    named.AccessToken = options.AccessToken;
    named.BaseUrl = options.BaseUrl;
});
await using var provider = services.BuildServiceProvider();
var work = provider.GetRequiredService<IMissiveClientFactory>().Get("work");
Console.WriteLine($"injected: {(await work.Organizations.GetCurrentUserAsync()).CurrentUser?.Name}");
