using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Completion;
using Kosmo.Tests.Support;

namespace Kosmo.Tests.Commands;

/// <summary>What calls do and how they answer: the cases of the reference host, and where docs/reference.md says so, the differences from it.</summary>
public sealed class CallConformanceTests
{
    [Fact]
    public async Task MissingParametersAreNamedInOrderAndNothingIsSent()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Permit("allow", "allow");
        var result = (await sandbox.RunAsync("integrations:call", "missive.create_comment", "--json")).AssertExit(1);
        Assert.Equal(["success", "error", "hint"], KosmoResult.Keys(result.Json));
        Assert.False(result.Json.GetProperty("success").GetBoolean());
        Assert.Equal("Missing required parameter(s): conversation_id, body", result.Json.GetProperty("error").GetString());
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("--conversation-id=", "--body=x", "conversation_id")]
    [InlineData("""{"conversation_id":null,"body":"x"}""", "--assignees=[]", "conversation_id")]
    public async Task NullAndEmptyCountAsMissing(string first, string second, string missing)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:call", "missive.create_comment", first, second)).AssertExit(1);
        Assert.StartsWith($"Missing required parameter(s): {missing}\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task WhatIsMissingIsAskedForBesideWhatWasGiven()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:call", "missive.create_comment", "--body=On my way", "--assignees=[\"a\"]", "--dry-run")).AssertExit(1);
        Assert.EndsWith("\n  kosmo integrations:call missive.create_comment --conversation-id='…' --body='On my way' --assignees='[\"a\"]' --dry-run\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnArgumentUnderAnotherNameIsNotCalledMissing()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:call", "missive.get_task", "--id=task_123")).AssertExit(1);
        Assert.StartsWith("get_task: id is not a known key. Did you mean task_id?", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n  kosmo integrations:call missive.get_task --task-id=task_123\n", result.Error, StringComparison.Ordinal);
        var json = (await sandbox.RunAsync("integrations:call", "missive.create_comment", "--conversation=c", "--json")).AssertExit(1).Json;
        Assert.Equal(
            ["body", "conversation"],
            json.GetProperty("details").GetProperty("problems").EnumerateArray().Select(static problem => problem.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task ARefusalOnTheStandInTellsNobodyToChangeWhatHoldsForRealAccounts()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Permit("allow", "ask");
        var refused = (await sandbox.RunAsync("--emulator", "integrations:missive", "create_task", "--title=x", "--json")).AssertExit(1);
        Assert.Equal("permission", refused.Json.GetProperty("details").GetProperty("code").GetString());
        Assert.Contains("--force", refused.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("configure", refused.Output + refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFlagWithoutItsValueIsNotCalledTrue()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var error = (await sandbox.RunAsync("integrations:missive", "list_tasks", "--limit")).AssertExit(1).Error;
        Assert.Contains("--limit needs a value: --limit=<limit>.", error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task AMisspeltAccountIsNotOfferedToBeMade()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["work"] = sandbox.Account() } });
        var error = (await sandbox.RunAsync("integrations:call", "missive.list_tasks", "--account=wrk")).AssertExit(1).Error;
        Assert.Contains("Did you mean 'work'?", error, StringComparison.Ordinal);
        Assert.DoesNotContain("--account=wrk", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWriteThatHasToBeAskedForIsRefusedWithoutATerminal()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        string[] call = ["integrations:call", "missive.update_task", """{"task_id":"task_123","body":{"state":"completed"}}""", "--json"];
        var refused = (await sandbox.RunAsync(call)).AssertExit(1).Json;
        Assert.Equal(["function", "success", "data", "error", "meta", "duration_ms", "details"], KosmoResult.Keys(refused));
        Assert.Equal(["dry_run", "permission_bypassed", "account"], KosmoResult.Keys(refused.GetProperty("meta")));
        Assert.Contains("Integration 'missive' write requires approval", refused.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("kosmo integrations:configure missive --write allow", refused.GetProperty("details").GetProperty("hint").GetString());
        Assert.Empty(sandbox.Emulator.Requests);

        var forced = (await sandbox.RunAsync([.. call, "--force"])).AssertExit(0).Json;
        Assert.Equal(["function", "success", "data", "error", "meta", "duration_ms"], KosmoResult.Keys(forced));
        Assert.Equal(["dry_run", "operation", "permission_bypassed", "account"], KosmoResult.Keys(forced.GetProperty("meta")));
        Assert.True(forced.GetProperty("meta").GetProperty("permission_bypassed").GetBoolean());
        Assert.Equal("write", forced.GetProperty("meta").GetProperty("operation").GetString());
        Assert.Equal(["PATCH /tasks/task_123"], sandbox.Lines);
    }

    [Fact]
    public async Task TheLineThatARefusalNamesAllowsTheCall()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        string[] call = ["integrations:missive", "delete_post", "--post-id=post_123"];
        var refused = (await sandbox.RunAsync(call)).AssertExit(1);
        var line = refused.Error.Split('\n').Single(static line => line.StartsWith("  kosmo ", StringComparison.Ordinal)).Trim();
        (await sandbox.RunAsync(line.Split(' ')[1..])).AssertExit(0);
        (await sandbox.RunAsync(call)).AssertExit(0);
    }

    [Fact]
    public async Task ADryRunWritesNothingAndShowsTheRequests()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        string[] call = ["integrations:call", "missive.create_task", "--title=Ship it", "--due-date=2025-12-31", "--dry-run"];
        var json = (await sandbox.RunAsync([.. call, "--json"])).AssertExit(0).Json;
        Assert.True(json.GetProperty("success").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("data").ValueKind);
        var meta = json.GetProperty("meta");
        Assert.Equal(["dry_run", "operation", "permission_bypassed", "account", "lookups", "requests", "following"], KosmoResult.Keys(meta));
        Assert.True(meta.GetProperty("dry_run").GetBoolean());
        var request = Assert.Single(meta.GetProperty("requests").EnumerateArray());
        Assert.Equal(("POST", "/tasks"), (request.GetProperty("method").GetString(), request.GetProperty("path").GetString()));
        Assert.Equal("Ship it", request.GetProperty("body").GetProperty("tasks").GetProperty("title").GetString());
        Assert.All(sandbox.Emulator.Requests, static request => Assert.Equal("GET", request.Method));
        Assert.Equal(sandbox.Lines, meta.GetProperty("lookups").EnumerateArray().Select(static lookup => $"{lookup.GetProperty("method")} {lookup.GetProperty("path")}"));

        var text = (await sandbox.RunAsync(call)).AssertExit(0).Output;
        Assert.Contains("POST /tasks\n{\n    \"tasks\": {", text, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Effects);
    }

    [Theory]
    [InlineData("ask", "deny", 1)]
    [InlineData("allow", "deny", 0)]
    public async Task ADryRunIsJudgedAsARead(string read, string write, int exitCode)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Permit(read, write);
        (await sandbox.RunAsync("integrations:call", "missive.delete_post", "--post-id=post_123", "--dry-run")).AssertExit(exitCode);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task ANamedAccountUsesItsOwnCredentials()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["work"] = sandbox.Account() } });
        sandbox.ForgetEnvironment();
        var work = (await sandbox.RunAsync("integrations:call", "missive.list_teams", "--account", "work", "--json")).AssertExit(0).Json;
        Assert.Equal("work", work.GetProperty("meta").GetProperty("account").GetString());
        var missing = (await sandbox.RunAsync("integrations:call", "missive.list_teams", "--account=missing", "--json")).AssertExit(1).Json;
        Assert.Contains("missing required credentials for account 'missing'", missing.GetProperty("error").GetString(), StringComparison.Ordinal);
        var none = (await sandbox.RunAsync("integrations:call", "missive.list_teams", "--json")).AssertExit(1).Json;
        Assert.Equal(
            "Integration 'missive' is missing required credentials for account 'default'. Configure it, or set MISSIVE_ACCESS_TOKEN. Or name another with --account=work.",
            none.GetProperty("error").GetString());
        Assert.Single(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("""--params={"limit":5}""")]
    [InlineData("""{"params":{"limit":5}}""")]
    public async Task AnObjectMayBeAFlagOrPartOfThePayload(string argument)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await sandbox.RunAsync("integrations:call", "missive.list_contact_books", argument)).AssertExit(0);
        Assert.Equal(["GET /contact_books?limit=5"], sandbox.Lines);
    }

    [Fact]
    public async Task ABodyMayBeAFlag()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await sandbox.RunAsync("integrations:call", "missive.create_draft", """--body={"subject":"x"}""", "--force")).AssertExit(0);
        Assert.Equal("""{"drafts":{"subject":"x"}}""", Assert.Single(sandbox.Emulator.Requests).BodyText);
    }

    [Fact]
    public async Task AnIdKeepsItsLeadingZeros()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await sandbox.RunAsync("integrations:call", "missive.get_task", "--task-id", "007")).AssertExit(1);
        Assert.Equal(["GET /tasks/007"], sandbox.Lines);
    }

    [Fact]
    public async Task AFlagWithADotIsAnsweredWithTheLineThatIsMeantAndWorks()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var refused = (await sandbox.RunAsync("integrations:call", "missive.create_draft", "--body.subject=007", "--force", "--body.send=false")).AssertExit(1);
        var line = refused.Error.Split('\n')[1].Trim();
        Assert.Equal("""kosmo integrations:call missive.create_draft '{"body":{"subject":"007","send":false}}' --force""", line);
        (await sandbox.RunAsync(ShellWords.Split(line)[1..])).AssertExit(0);
        Assert.Equal("""{"drafts":{"subject":"007","send":false}}""", Assert.Single(sandbox.Emulator.Requests).BodyText);
    }

    [Theory]
    [InlineData("missive.update_task", "--body=completed", """--body='{"state":"completed"}'""")]
    [InlineData("missive.update_task", "--body=Done", "--body='{…}'")]
    public async Task APlainValueInThePlaceOfAnObjectIsAnsweredWithTheRightForm(string function, string flag, string form)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var line = $"kosmo integrations:call {function} --task-id=task_123 {form} --dry-run";
        var text = (await sandbox.RunAsync("integrations:call", function, "--task-id=task_123", flag, "--dry-run")).AssertExit(1);
        Assert.EndsWith($"\n  {line}\n", text.Error, StringComparison.Ordinal);
        var json = (await sandbox.RunAsync("integrations:call", function, "--task-id=task_123", flag, "--dry-run", "--json")).AssertExit(1).Json;
        Assert.Equal($"{line} --json", json.GetProperty("details").GetProperty("hint").GetString());
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("[1]", "It is a list.")]
    [InlineData("7", "It is a number.")]
    [InlineData("true", "It is a boolean.")]
    [InlineData("{bad", "It is not valid JSON, from line 1, byte 2 on. Keys and texts stand in double quotes: {\"key\":\"value\"}.")]
    public async Task WhatIsNoObjectOnStandardInputIsToldToComeFromThere(string input, string reason)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var piped = (await sandbox.RunWithInputAsync(input, "integrations:call", "missive.list_tasks")).AssertExit(1);
        Assert.StartsWith($"JSON payload must decode to an object. Standard input was read. {reason}\n", piped.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABareWordIsNoPayload()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:call", "missive.get_task", "task_123")).AssertExit(1);
        Assert.StartsWith("JSON payload must decode to an object.", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("  kosmo integrations:call missive.get_task --task-id=task_123\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("integrations:call", "missive.get_task")]
    [InlineData("integrations:call", "missive.missive_get_task")]
    [InlineData("integrations:call", "get_task")]
    [InlineData("integrations:missive", "get_task")]
    [InlineData("integrations:missive", "missive_get_task")]
    [InlineData("integrations:missive", "missive.missive_get_task")]
    public async Task EveryNameOfAFunctionResolves(string verb, string name)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var answer = (await sandbox.RunAsync(verb, name, "--task-id=task_123", "--json")).AssertExit(0);
        Assert.Equal("missive.get_task", answer.Json.GetProperty("function").GetString());
    }

    [Fact]
    public async Task ThePayloadMayBePipedIn()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await sandbox.RunWithInputAsync("""{"task_id":"task_123"}""", "integrations:missive", "get_task")).AssertExit(0);
        (await sandbox.RunWithInputAsync("""{"task_id":"task_123"}""", "integrations:missive", "get_task", "-")).AssertExit(0);
        (await sandbox.RunWithInputAsync("not read", "integrations:missive", "get_task", """{"task_id":"task_123"}""")).AssertExit(0);
        (await sandbox.RunWithInputAsync(" \n", "integrations:missive", "get_task", "--task-id=task_123")).AssertExit(0);
        Assert.Equal(Enumerable.Repeat("GET /tasks/task_123", 4), sandbox.Lines);
    }

    [Fact]
    public async Task AnUnknownFunctionIsAnsweredWithTheNearest()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:call", "missive.list_taks", "--json")).AssertExit(1).Json;
        Assert.StartsWith("Unknown integration function: missive.list_taks. Did you mean missive.list_tasks", result.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(["success", "error", "hint"], KosmoResult.Keys(result));
    }

    [Fact]
    public async Task ARefusedCallIsAnsweredWithTheCorrectedLineWhichThenWorks()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        string[] call = ["integrations:missive", "list_conversations", "--state=opne", "--limit", "3"];
        var text = (await sandbox.RunAsync(call)).AssertExit(1);
        Assert.Equal(
            "list_conversations: state: expected one of open, closed, spam, got \"opne\". Did you mean open?\n  kosmo integrations:missive list_conversations --state=open --limit=3\n",
            text.Error);
        var json = (await sandbox.RunAsync([.. call, "--json"])).AssertExit(1).Json;
        var corrected = json.GetProperty("details").GetProperty("corrected_command").GetString()!;
        Assert.Empty(sandbox.Emulator.Requests);
        (await sandbox.RunAsync(corrected.Split(' ')[1..])).AssertExit(0);
        Assert.Equal(["GET /conversations?inbox=true&limit=3"], sandbox.Lines);
    }

    [Fact]
    public async Task TheExampleOfTheReferenceIsRefusedAndNamesTheStates()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync(
            "integrations:call", "missive.missive_list_conversations", """{"inbox":"example_inbox","assignee":"example_assignee","state":"example_state","limit":1,"offset":1}""", "--json")).AssertExit(1).Json;
        Assert.Contains("open, closed, spam", result.GetProperty("error").GetString(), StringComparison.Ordinal);
        var problem = Assert.Single(result.GetProperty("details").GetProperty("problems").EnumerateArray());
        Assert.Equal(("not_allowed", "state"), (problem.GetProperty("code").GetString(), problem.GetProperty("path").GetString()));
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task WhatTheApiRefusesIsAFailureWithItsParts()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:call", "missive.get_task", "--task-id=nope", "--json")).AssertExit(1).Json;
        var details = result.GetProperty("details");
        Assert.Equal("not_found", details.GetProperty("code").GetString());
        Assert.Equal(404, details.GetProperty("status").GetInt32());
        Assert.Equal("/tasks/nope", details.GetProperty("path").GetString());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("data").ValueKind);
    }

    [Theory]
    [InlineData("-h")]
    [InlineData("-5")]
    [InlineData("@me")]
    [InlineData("-")]
    public async Task AValueMayLookLikeAnOption(string value)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var json = (await sandbox.RunAsync("integrations:call", "missive.create_task", "--title", value, "--dry-run", "--json")).AssertExit(0).Json;
        Assert.Equal(value, json.GetProperty("meta").GetProperty("requests")[0].GetProperty("body").GetProperty("tasks").GetProperty("title").GetString());
    }

    [Fact]
    public async Task AMisspeltOptionIsTakenForAnArgumentAndTheMessageSaysSo()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:call", "missive.list_tasks", "--dry-rnu")).AssertExit(1);
        Assert.Contains("Did you mean the option --dry-run?", result.Error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task TheAnswerAloneIsPrintedForPeopleInFourSpaces()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:missive", "list_organizations")).AssertExit(0);
        Assert.StartsWith("{\n    \"organizations\": [\n        {\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("}\n", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("integrations:call")]
    [InlineData("integrations:call", "missive.get_task", "{}", "more")]
    [InlineData("integrations:missive", "--state=open")]
    [InlineData("integrations:missive", "get_task", "--account")]
    [InlineData("integrations:missive", "get_task", "--json=1")]
    public async Task ACommandLineThatSaysTooLittleOrTooMuchEndsWithTwo(params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var text = (await sandbox.RunAsync(arguments)).AssertExit(2);
        Assert.Empty(text.Output);
        Assert.NotEmpty(text.Error);
        var json = (await sandbox.RunAsync([.. arguments, "--json"])).AssertExit(2);
        Assert.False(json.Json.GetProperty("success").GetBoolean());
        Assert.Empty(json.Error);
    }
}
