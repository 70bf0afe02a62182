using System.Text.Json;
using Kosmo.Calls;
using Kosmo.CommandLine;
using Kosmo.Documentation;
using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Lua;
using Missive.Tools;

namespace Kosmo.Lua;

/// <summary>What scripts can reach in kosmo: the functions of all accounts, and the documentation.</summary>
internal static class ScriptHost
{
    /// <param name="session">The run's session.</param>
    /// <param name="caller">Carries the calls out.</param>
    /// <param name="account">The account of calls that name none; null for the default one.</param>
    /// <returns>The host of a <see cref="LuaSession"/>.</returns>
    public static LuaHost Create(Session session, ToolCaller caller, string? account) => new()
    {
        Registry = MissiveTools.Registry,
        Binding = EmbeddedTexts.LuaBinding,
        Accounts = [.. session.Accounts.Names],
        Caller = new Calls(caller, account),
        Documentation = new Pages(),
        DescribeError = Describe,
    };

    private static LuaFailure? Describe(Exception error) => error switch
    {
        KosmoException or MissiveException => new CallFailure(error) is var failure ? new LuaFailure(failure.Message, failure.Code, null, failure.Hint) : null,
        OperationCanceledException { InnerException: MissiveException doubt } => new LuaFailure(doubt.Message, LuaFailureCodes.Cancelled),
        _ => null,
    };

    private sealed class Calls(ToolCaller caller, string? account) : ILuaToolCaller
    {
        public ValueTask<ToolAnswer> CallAsync(ToolDefinition tool, JsonElement arguments, string? called, CancellationToken cancellationToken)
            => caller.CallAsync(tool, arguments, called ?? account, cancellationToken);

        public ValueTask<ToolValidationOptions> GetValidationOptionsAsync(string? called, CancellationToken cancellationToken)
            => caller.GetValidationOptionsAsync(called ?? account, cancellationToken);
    }

    private sealed class Pages : ILuaDocumentation
    {
        public string List() => """
            Functions are called with one table of arguments:
              app.integrations.missive.list_tasks({ state = "open", limit = 5 })
            An answer is a table, made from JSON: lists count from 1, null is nil. Another account's functions
            are in app.integrations.missive.<account>.

            A call that fails raises its message, a string that also has fields: code, path (the argument that
            is wrong) and hint.
              local ok, message = pcall(app.integrations.missive.get_task, { task_id = "task_123" })
              if not ok then print(message, message.code, message.path) end

            docs.search("list tasks")             functions by words
            docs.read("missive")                  the guide
            docs.read("integrations.missive")     the guide, and every function in a line
            docs.read("missive.create_task")      one function: parameters, examples, answer

            time.now()                            Unix seconds, as answers have them
            time.format(time.now() + 86400)       ISO 8601, which arguments take too; time.parse reads it
            regex.match("Order 42", "(\\d+)")     Perl's patterns; json.encode, json.decode, json.null
            """;

        public string Search(string query) => CatalogDocumentation.Search(query);

        public string Read(string page)
        {
            try
            {
                return string.IsNullOrWhiteSpace(page) ? List() : CatalogDocumentation.Read(page);
            }
            catch (UnknownPageException error)
            {
                throw new KeyNotFoundException(error.Message);
            }
        }
    }
}
