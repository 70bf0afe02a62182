using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Missive.Benchmarks.Harness;
using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Emulator.Limits;
using Missive.Lua;
using Missive.Tools;

namespace Missive.Benchmarks.Parts;

/// <summary>The Lua host: what a call costs beside plain Lua, what reading JSON costs, and a whole call over loopback.</summary>
internal static class LuaPart
{
    private const int Calls = 20_000;
    private const int Requests = 100;

    // An object of twenty fields, texts, numbers and booleans mixed.
    private static readonly JsonElement Answer = JsonElement.Parse("""
        {"id":"task_123","title":"Call back","description":"About the order","state":"todo","assignee":"user_123","team":"team_123",
        "organization":"org_123","due_at":1767225599,"created_at":1767225000,"updated_at":1767225100,"completed_at":0,"position":1.5,
        "is_private":false,"is_done":false,"is_late":true,"comments":3,"attachments":0,"color":"red","conversation":"conv_123","author":"user_456"}
        """);

    private const string Script = """
        function plain(t)
          return {
            id = "task_123", title = t.title, description = "About the order", state = "todo", assignee = t.assignee, team = "team_123",
            organization = "org_123", due_at = t.due_at, created_at = 1767225000, updated_at = 1767225100, completed_at = 0, position = 1.5,
            is_private = false, is_done = false, is_late = true, comments = 3, attachments = 0, color = "red", conversation = "conv_123", author = "user_456",
          }
        end
        function stepwise(t)
          local r = {}
          r.id = "task_123" r.title = t.title r.description = "About the order" r.state = "todo" r.assignee = t.assignee
          r.team = "team_123" r.organization = "org_123" r.due_at = t.due_at r.created_at = 1767225000 r.updated_at = 1767225100
          r.completed_at = 0 r.position = 1.5 r.is_private = false r.is_done = false r.is_late = true r.comments = 3
          r.attachments = 0 r.color = "red" r.conversation = "conv_123" r.author = "user_456"
          return r
        end
        function measure(f)
          for i = 1, 20000 do
            local r = f({ title = "Call back", assignee = "user_123", due_at = i, is_private = true, position = 1.5 })
          end
        end

        """;

    private static readonly LuaLimits Limits = new() { Cpu = TimeSpan.FromMinutes(10), MemoryBytes = 256 << 20 };

    public static IEnumerable<Row> Run(Settings settings) => [.. CallRows(settings), BridgeRow(settings), ReadRow(settings), RequestRow(settings)];

    private static IEnumerable<Row> CallRows(Settings settings)
    {
        using var session = new LuaSession(Host(new StubCaller()), Limits);
        Run(session, Script + """
            local host = app.integrations.missive.api_post
            function ours() measure(host) end
            function basis() measure(plain) end
            function steps() measure(stepwise) end
            """);
        yield return Row.Of(
            $"Lua calling C#, 5 fields in, 20 fields out, against the same in plain Lua ({Calls} calls)",
            Measure.Compare(settings.Pairs, () => Measure.Time(() => Run(session, "ours()")), () => Measure.Time(() => Run(session, "basis()"))),
            1.5);

        // A constructor knows its fields beforehand; whoever sets fields that come from elsewhere has to do this.
        yield return Row.Of(
            "the same, against plain Lua that sets one field after the other",
            Measure.Compare(settings.Pairs, () => Measure.Time(() => Run(session, "ours()")), () => Measure.Time(() => Run(session, "steps()"))),
            target: null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(session, "ours()");
        var garbage = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
        yield return new Row("garbage of one such call", "", "", garbage, null, "B");
    }

    // What the C interface takes whoever uses it, beside which the row above is to be seen.
    private static Row BridgeRow(Settings settings)
    {
        using var machine = new LuaMachine(Host(new StubCaller()), Limits);
        LuaBridge.AddTo(machine.Stack);
        void Run(string code)
        {
            if (!machine.TryLoad(Encoding.UTF8.GetBytes(code), "bridge") || machine.Call(0, 0) != LuaApi.Ok)
            {
                throw new InvalidOperationException(machine.Stack.String(-1));
            }
        }

        Run(Script);
        return Row.Of(
            $"the same through Lua's C interface alone ({Calls} calls)",
            Measure.Compare(settings.Pairs, () => Measure.Time(() => Run("measure(bridge)")), () => Measure.Time(() => Run("measure(plain)"))),
            target: null);
    }

    private static Row ReadRow(Settings settings)
    {
        var text = new JsonArray([.. Enumerable.Range(0, 2000).Select(static i => JsonNode.Parse(Answer.GetRawText()))]).ToJsonString();
        var bytes = Encoding.UTF8.GetBytes(text);
        using var session = new LuaSession(Host(new StubCaller(JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\""))), Limits);
        Run(session, "text = app.integrations.missive.api_get('x')");
        var pair = Measure.Compare(
            settings.Pairs,
            () => Measure.Time(() => Run(session, "for i = 1, 3 do json.decode(text) end")),
            () => Measure.Time(() =>
            {
                for (var i = 0; i < 3; i++)
                {
                    using var document = JsonDocument.Parse(bytes);
                }
            }));
        return Row.Of($"JSON to Lua tables, {Speed(bytes, pair.Ours)} against JsonDocument.Parse, {Speed(bytes, pair.Basis)}", pair, 2.5);
    }

    private static Row RequestRow(Settings settings)
    {
        var limits = new RateLimits { Enforced = false };
        using var emulator = new Wait<MissiveEmulator>(MissiveEmulator.StartAsync(new() { RateLimits = limits }, CancellationToken.None));
        using var account = MissiveAccount.Create(new MissiveOptions
        {
            AccessToken = emulator.Value.Token,
            BaseUrl = emulator.Value.BaseAddress,
            RateLimits = new() { Windows = [new(1_000_000, TimeSpan.FromSeconds(1))] },
        });
        using var session = new LuaSession(Host(new AccountCaller(account)), Limits);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.Value.Token);
        var url = new Uri($"{emulator.Value.BaseAddress.AbsoluteUri.TrimEnd('/')}/conversations?inbox=true&limit=25");
        var pair = Measure.Compare(
            settings.Pairs,
            () => Measure.Time(() => Run(session, $"for i = 1, {Requests} do app.integrations.missive.list_conversations({{ limit = 25 }}) end")),
            () => Measure.Time(() => Fetch(client, url)));
        return Row.Of($"list_conversations from Lua on loopback, against HttpClient and JsonNode ({Requests} requests)", pair, 1.5);
    }

    private static void Fetch(HttpClient client, Uri url)
    {
        for (var i = 0; i < Requests; i++)
        {
            using var stream = client.GetStreamAsync(url).GetAwaiter().GetResult();
            if (JsonNode.Parse(stream)!["conversations"]!.AsArray().Count < 25)
            {
                throw new InvalidOperationException("The emulator gave another page.");
            }
        }
    }

    private static string Speed(byte[] bytes, double milliseconds)
        => string.Create(CultureInfo.InvariantCulture, $"{bytes.Length * 3 / milliseconds / 1000:0} MB/s");

    private static void Run(LuaSession session, string code)
    {
        if (session.Run(code, "benchmark", CancellationToken.None).Error is { } error)
        {
            throw new InvalidOperationException(error.Message);
        }
    }

    private static LuaHost Host(ILuaToolCaller caller)
    {
        using var reader = new StreamReader(typeof(MissiveTools).Assembly.GetManifestResourceStream("lua/missive.lua")!);
        return new LuaHost { Registry = MissiveTools.Registry, Binding = reader.ReadToEnd(), Caller = caller };
    }

    private sealed class StubCaller(JsonElement? answer = null) : ILuaToolCaller
    {
        private readonly JsonElement _answer = answer ?? Answer;

        public ValueTask<ToolAnswer> CallAsync(ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
            => ValueTask.FromResult<ToolAnswer>(_answer);
    }

    private sealed class AccountCaller(MissiveAccount account) : ILuaToolCaller
    {
        public async ValueTask<ToolAnswer> CallAsync(ToolDefinition tool, JsonElement arguments, string? name, CancellationToken cancellationToken)
        {
            ToolValidator.ThrowIfInvalid(tool, arguments, account.Invoker.ValidationOptions);
            return await account.Invoker.InvokeAsync(tool, arguments, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed class Wait<T>(Task<T> task) : IDisposable
        where T : IAsyncDisposable
    {
        public T Value { get; } = task.GetAwaiter().GetResult();

        public void Dispose() => Value.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
