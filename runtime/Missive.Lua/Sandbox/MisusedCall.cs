using System.Text.Json;
using System.Text.Json.Nodes;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>Says what is wrong with the form of a call, and how it is written.</summary>
/// <param name="target">What was called.</param>
/// <param name="arguments">What stood between the parentheses; null when it has no JSON.</param>
/// <param name="count">How many values that were.</param>
internal sealed class MisusedCall(CallTarget target, JsonElement[]? arguments, int count)
{
    private string Name => target.Tool.Name;

    private string Names => string.Join(", ", target.Tool.Parameters.Select(static parameter => parameter.Name));

    private string Values => count == 1 ? "1 value" : $"{count} values";

    /// <summary>Describes a call with a colon.</summary>
    public LuaFailure WithColon()
        => Describe($"{Name}: functions are called with a dot, not with a colon.", arguments is null ? $"app.{target.Path}(...)" : CallText.Of(target.Path, arguments));

    /// <summary>Describes a call with more than its table.</summary>
    public LuaFailure BesideTable() => Describe(
        $"{Name}: expected one table with all arguments by name, got {Values}. {(Names.Length == 0 ? "It takes no arguments." : $"The names are {Names}.")}",
        MergedArguments() is { } merged ? CallText.Of(target.Path, merged) : null);

    /// <summary>Describes a call with more values than there are parameters.</summary>
    public LuaFailure TooMany()
        => Describe($"{Name}: takes {(Names.Length == 0 ? "no arguments" : $"{Names} by position, or one table with all arguments by name")}; got {Values}.", null);

    private static LuaFailure Describe(string message, string? call)
    {
        var hint = call is null ? null : $"Corrected call: {call}";
        return new LuaFailure(hint is null ? message : $"{message}\n{hint}", LuaFailureCodes.CallForm, Hint: hint);
    }

    // Two tables whose fields make one call.
    private JsonElement? MergedArguments()
    {
        if (arguments is null || !arguments.All(static argument => argument.ValueKind == JsonValueKind.Object || argument.GetRawText() == "[]"))
        {
            return null;
        }

        var merged = new JsonObject();
        foreach (var field in arguments.Where(static argument => argument.ValueKind == JsonValueKind.Object).SelectMany(static argument => JsonObject.Create(argument)!))
        {
            if (!merged.TryAdd(field.Key, field.Value?.DeepClone()))
            {
                return null;
            }
        }

        var json = JsonElement.Parse(merged.ToJsonString(), CallFunctions.ParseOptions);
        var result = ToolValidator.Validate(target.Tool, json);
        return result.IsValid ? json : result.CorrectedArguments;
    }
}
