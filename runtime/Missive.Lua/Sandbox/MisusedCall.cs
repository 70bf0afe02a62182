using System.Text.Json;
using System.Text.Json.Nodes;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>Says what is wrong with the form of a call, and how it is written.</summary>
/// <param name="target">What was called.</param>
/// <param name="arguments">What stood between the parentheses; null when it has no JSON.</param>
/// <param name="count">How many values that were.</param>
/// <param name="options">How strictly the account's calls are validated.</param>
internal sealed class MisusedCall(CallTarget target, JsonElement[]? arguments, int count, ToolValidationOptions options)
{
    private string Name => target.Tool.Name;

    private string Names => string.Join(", ", target.Tool.Parameters.Select(static parameter => parameter.Name));

    private string Values => count == 1 ? "1 value" : $"{count} values";

    /// <summary>Describes a call with a colon.</summary>
    public LuaFailure WithColon() => Describe($"{Name}: functions are called with a dot, not with a colon.", Proposal());

    /// <summary>Describes a call with more than its table.</summary>
    public LuaFailure BesideTable() => Describe(
        $"{Name}: expected one table with all arguments by name, got {Values}. {(Names.Length == 0 ? "It takes no arguments." : $"The names are {Names}.")}",
        Proposal());

    /// <summary>Describes a call with more values than there are parameters.</summary>
    public LuaFailure TooMany()
        => Describe($"{Name}: takes {(Names.Length == 0 ? "no arguments" : $"{Names} by position, or one table with all arguments by name")}; got {Values}.", null);

    private static LuaFailure Describe(string message, string? hint)
        => new(hint is null ? message : $"{message}\n{hint}", LuaFailureCodes.CallForm, Hint: hint);

    // What was meant, as far as the function accepts it.
    private string? Proposal()
    {
        // Nothing behind the arguments is no argument.
        var values = arguments?.Reverse().SkipWhile(IsNothing).Reverse().ToArray();
        var isTable = values is [{ ValueKind: JsonValueKind.Object or JsonValueKind.Array }, ..];
        if (values is null || (isTable ? Merged(values) : ByPosition(values)) is not { } named)
        {
            return null;
        }

        var proposed = new ProposedCall(target);
        var json = JsonElement.Parse(named.ToJsonString(), CallFunctions.ParseOptions);
        var result = ToolValidator.Validate(target.Tool, json, options);
        if (!result.IsValid)
        {
            return proposed.InsteadOf(json, result.Errors, result.CorrectedArguments);
        }

        // Several tables become one, and so do values with a gap.
        var isKept = isTable ? values.Length == 1 : !values.Any(IsNothing);
        return proposed.Accepted(isKept ? values : [json]);
    }

    // Tables whose fields make one call.
    private static JsonObject? Merged(JsonElement[] tables)
    {
        if (!tables.All(static table => table.ValueKind == JsonValueKind.Object || table.GetRawText() == "[]"))
        {
            return null;
        }

        var merged = new JsonObject();
        foreach (var field in tables.Where(static table => table.ValueKind == JsonValueKind.Object).SelectMany(static table => JsonObject.Create(table)!))
        {
            if (!merged.TryAdd(field.Key, field.Value?.DeepClone()))
            {
                return null;
            }
        }

        return merged;
    }

    // A value that is nothing leaves its parameter out.
    private JsonObject? ByPosition(JsonElement[] values)
    {
        var parameters = target.Tool.Parameters;
        return values.Length > parameters.Length ? null : new JsonObject(values.Zip(parameters)
            .Where(static pair => !IsNothing(pair.First))
            .Select(static pair => KeyValuePair.Create(pair.Second.Name, JsonNode.Parse(pair.First.GetRawText(), documentOptions: CallFunctions.ParseOptions))));
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind == JsonValueKind.Null;
}
