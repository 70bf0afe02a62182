using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Tests.Support;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Tests.Commands;

/// <summary>The commands that show what there is.</summary>
public sealed class DiscoveryTests
{
    private static readonly string[] FunctionKeys =
    [
        "provider", "function", "name", "slug", "title", "description", "operation", "active", "configured", "accounts", "auth", "auth_strategy",
        "host_availability", "runtime_requirements", "compatibility", "compatibility_summary", "cli_setup_supported", "cli_runtime_supported", "input_schema",
    ];

    [Theory]
    [InlineData("integrations:status")]
    [InlineData("integrations:list")]
    [InlineData("integrations:search task")]
    public async Task WhereOnlyNamedAccountsAreConfiguredTheyAreNamed(string command)
    {
        const string Advice = "The default account has no access token. Name another with --account=home or --account=work, or configure it: kosmo integrations:configure missive --set access_token=-\n";
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.ForgetEnvironment();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["home"] = sandbox.Account(), ["work"] = sandbox.Account(), ["empty"] = new JsonObject { ["time_zone"] = "UTC" } } });
        Assert.EndsWith(Advice, (await sandbox.RunAsync(command.Split(' '))).AssertExit(0).Output, StringComparison.Ordinal);
        var status = (await sandbox.RunAsync("integrations:status", "--json")).AssertExit(0).Json.GetProperty("providers").GetProperty("missive");
        Assert.Equal(["home", "work"], status.GetProperty("usable_accounts").EnumerateArray().Select(static name => name.GetString()));

        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["default"] = sandbox.Account(), ["work"] = sandbox.Account() } });
        Assert.DoesNotContain("--account", (await sandbox.RunAsync(command.Split(' '))).AssertExit(0).Output, StringComparison.Ordinal);
        status = (await sandbox.RunAsync("integrations:status", "--json")).AssertExit(0).Json.GetProperty("providers").GetProperty("missive");
        Assert.Equal(["default", "work"], status.GetProperty("usable_accounts").EnumerateArray().Select(static name => name.GetString()));
    }

    [Fact]
    public async Task TheListHoldsEveryFunctionWithItsSchema()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var json = (await sandbox.RunAsync("integrations:list", "--json")).AssertExit(0).Json;
        Assert.True(json.GetProperty("success").GetBoolean());
        var missive = json.GetProperty("providers").GetProperty("missive");
        Assert.True(missive.GetProperty("active").GetBoolean());
        JsonElement[] functions = [.. missive.GetProperty("functions").EnumerateArray()];
        Assert.Equal(MissiveTools.Registry.Tools.Select(static tool => "missive." + tool.Name), functions.Select(static function => function.GetProperty("name").GetString()));
        Assert.All(functions, static function => Assert.Equal(FunctionKeys, KosmoResult.Keys(function)));
        Assert.All(functions, static function => Assert.Equal(JsonValueKind.Object, function.GetProperty("input_schema").GetProperty("properties").ValueKind));
        Assert.Equal(
            MissiveTools.Registry.Tools.Select(static tool => tool.Definition.Operation == ToolOperation.Read ? "read" : "write"),
            functions.Select(static function => function.GetProperty("operation").GetString()));
        var first = functions[0];
        Assert.Equal("missive.list_conversations", first.GetProperty("name").GetString());
        Assert.Equal("missive_list_conversations", first.GetProperty("slug").GetString());
        Assert.Equal("List Conversations", first.GetProperty("title").GetString());
        Assert.Equal("{}", first.GetProperty("runtime_requirements").GetRawText());

        var text = (await sandbox.RunAsync("integrations:list")).AssertExit(0).Output;
        Assert.Contains("| Provider | Functions | Status | Compatibility", text, StringComparison.Ordinal);
        Assert.Contains("list_conversation_drafts, ...", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStatusNamesAccountsAndWhetherTheyWork()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["work"] = sandbox.Account() } });
        var missive = (await sandbox.RunAsync("integrations:status", "--json")).AssertExit(0).Json.GetProperty("providers").GetProperty("missive");
        Assert.Equal(
            ["active", "configured", "accounts", "functions", "auth_strategy", "cli_setup_supported", "cli_runtime_supported", "compatibility_summary", "usable_accounts"],
            KosmoResult.Keys(missive));
        Assert.Equal("""["default","work"]""", Compact(missive.GetProperty("accounts")));
        Assert.Equal(MissiveTools.Registry.Tools.Length, missive.GetProperty("functions").GetInt32());

        sandbox.ForgetEnvironment();
        missive = (await sandbox.RunAsync("integrations:status", "--json")).AssertExit(0).Json.GetProperty("providers").GetProperty("missive");
        Assert.False(missive.GetProperty("configured").GetBoolean());
        Assert.False(missive.GetProperty("active").GetBoolean());
    }

    [Theory]
    [InlineData("task", "create_task", "get_task", "list_tasks", "update_task")]
    [InlineData("webhook", "create_hook", "delete_hook", "list_hooks")]
    [InlineData("zzz")]
    public async Task ASearchFindsNamesBeforeDescriptions(string query, params string[] expected)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var json = (await sandbox.RunAsync("integrations:search", query, "--json")).AssertExit(0).Json;
        Assert.Equal(["success", "query", "functions"], KosmoResult.Keys(json));
        Assert.Equal(expected, NamesOf(json));
    }

    [Fact]
    public async Task ASearchFindsWordsWhereTheyBegin()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var names = NamesOf((await sandbox.RunAsync("integrations:search", "get", "--json")).AssertExit(0).Json);
        Assert.Contains("get_task", names);
        Assert.DoesNotContain("merge_conversation", names);

        // Within words when they begin nowhere.
        Assert.Contains("create_hook", NamesOf((await sandbox.RunAsync("integrations:search", "ebhoo", "--json")).AssertExit(0).Json));
    }

    [Fact]
    public async Task AWordOfTheNameCountsMoreThanOneOfTheDescription()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var names = NamesOf((await sandbox.RunAsync("integrations:search", "single conversation", "--json")).AssertExit(0).Json);
        Assert.Equal("get_conversation", names[0]);
        Assert.True(names.IndexOf("merge_conversation") < names.IndexOf("create_comment"));
    }

    [Theory]
    [InlineData("schedule", "create_draft")]
    [InlineData("subtasks", "list_tasks")]
    [InlineData("phone", "create_contacts")]
    [InlineData("close conversation", "create_post")]
    [InlineData("close conversation", "api_patch")]
    public async Task AWordOfThePageIsFoundWhereNothingElseHasIt(string query, string expected)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        Assert.Contains(expected, NamesOf((await sandbox.RunAsync("integrations:search", query, "--json")).AssertExit(0).Json));
    }

    [Fact]
    public async Task AFunctionWhosePageHasTheRareWordComesBeforeItsNeighbours()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        Assert.Equal("list_contacts", NamesOf((await sandbox.RunAsync("integrations:search", "find contact by email", "--json")).AssertExit(0).Json)[0]);
    }

    [Fact]
    public async Task ASearchForSeveralWordsRanksTheirSequenceFirst()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var names = NamesOf((await sandbox.RunAsync("integrations:search", "list tasks", "--json")).AssertExit(0).Json);
        Assert.Equal("list_tasks", names[0]);
        Assert.All(names, static name => Assert.StartsWith("list_", name, StringComparison.Ordinal));
        Assert.True(names.Length <= 20);
    }

    [Fact]
    public async Task TheSchemaIsTheGeneratedOneWithAndWithoutJson()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var plain = (await sandbox.RunAsync("integrations:schema", "missive.create_draft")).AssertExit(0);
        var json = (await sandbox.RunAsync("integrations:schema", "missive.missive_create_draft", "--json")).AssertExit(0);
        Assert.Equal(plain.Output, json.Output);
        Assert.Equal("create_draft", plain.Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task ASchemaOfAnUnknownFunctionIsAnError()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var json = (await sandbox.RunAsync("integrations:schema", "missive.nope", "--json")).AssertExit(1).Json;
        Assert.False(json.GetProperty("success").GetBoolean());
        Assert.Contains("Unknown integration function: missive.nope", json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missive", "# Missive Lua Reference\n")]
    [InlineData("integrations.missive", "# Missive Lua Reference\n")]
    [InlineData("app.integrations.missive", "# Missive Lua Reference\n")]
    [InlineData("app.integrations.missive.get_task", "# get_task\n")]
    [InlineData("missive.list_conversations", "# list_conversations\n")]
    [InlineData("missive.missive_list_conversations", "# list_conversations\n")]
    [InlineData("integrations.missive.list_conversations", "# list_conversations\n")]
    public async Task EveryPageCanBeReadInEveryFormat(string page, string start)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var text = (await sandbox.RunAsync("integrations:docs", page)).AssertExit(0).Output;
        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.Equal(text, (await sandbox.RunAsync("integrations:docs", page, "--format", "markdown")).AssertExit(0).Output);
        Assert.Equal(text, (await sandbox.RunAsync("integrations:examples", page)).AssertExit(0).Output);
        var json = (await sandbox.RunAsync("integrations:docs", page, "--format=json")).AssertExit(0);
        Assert.Equal(json.Output, (await sandbox.RunAsync("integrations:docs", page, "--json")).AssertExit(0).Output);
        Assert.Equal(page.Contains("list_", StringComparison.Ordinal) ? JsonValueKind.Object : JsonValueKind.Array, json.Json.ValueKind);
    }

    [Fact]
    public async Task TheWholePageHoldsTheGuideAndEveryFunction()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var whole = (await sandbox.RunAsync("integrations:docs", "integrations.missive")).AssertExit(0).Output;
        Assert.StartsWith((await sandbox.RunAsync("integrations:missive")).AssertExit(0).Output.TrimEnd(), whole, StringComparison.Ordinal);
        Assert.All(MissiveTools.Registry.Tools, tool => Assert.Contains($"`{tool.Name}`", whole, StringComparison.Ordinal));
        Assert.DoesNotContain("<!-- Generated", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheIndexNamesTheCommandsAndPages()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var index = (await sandbox.RunAsync("integrations:docs")).AssertExit(0).Output;
        Assert.StartsWith("Integration CLI\n", index, StringComparison.Ordinal);
        Assert.EndsWith("Providers: missive\n", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownPageIsAnErrorWithTheNearestNames()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var text = (await sandbox.RunAsync("integrations:docs", "missive.list_taks")).AssertExit(1);
        Assert.StartsWith("No integration docs found for 'missive.list_taks'. Did you mean missive.list_tasks", text.Error, StringComparison.Ordinal);
        Assert.Empty(text.Output);
        Assert.False((await sandbox.RunAsync("integrations:docs", "nope", "--json")).AssertExit(1).Json.GetProperty("success").GetBoolean());
        Assert.False((await sandbox.RunAsync("integrations:docs", "nope", "--format=json")).AssertExit(1).Json.GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task TheGuidesFunctionsAreListedAsJson()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var json = (await sandbox.RunAsync("integrations:missive", "--json")).AssertExit(0).Json;
        Assert.Equal(MissiveTools.Registry.Tools.Length, json.GetArrayLength());
    }

    private static string[] NamesOf(JsonElement json)
        => [.. json.GetProperty("functions").EnumerateArray().Select(static function => function.GetProperty("function").GetString()!)];

    private static string Compact(JsonElement value) => JsonNode.Parse(value.GetRawText())!.ToJsonString();
}
