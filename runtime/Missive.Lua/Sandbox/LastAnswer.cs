using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>What the last call of a run was answered: most often it is what a script has misread.</summary>
/// <param name="tool">What was called.</param>
/// <param name="answer">The answer.</param>
/// <param name="table">What tells the answer's table from every other, as long as Lua has it.</param>
internal sealed class LastAnswer(ToolDefinition tool, ToolAnswer answer, nint table)
{
    // More names would bury what the message is about.
    private const int MaxNames = 20;

    // A misspelt name is compared with no more: an answer may have any number of fields.
    private const int MaxCompared = 1000;

    /// <summary>The fields of the answer itself, as a sentence without its end; null when it has none.</summary>
    public string? Sentence => Names is { Length: > 0 } names ? $"The last answer, of {tool.Name}, has {names}" : null;

    private string Names
    {
        get
        {
            string[] names = [.. Fields.Take(MaxNames + 1).Select(static property => property.Name)];
            return string.Join(", ", names.Take(MaxNames)) + (names.Length > MaxNames ? " and others" : "");
        }
    }

    private IEnumerable<JsonProperty> Fields => answer.Json.ValueKind == JsonValueKind.Object ? answer.Json.EnumerateObject() : [];

    /// <summary>Whether the table on the stack is the answer's.</summary>
    public bool IsAt(LuaStack stack, int index)
    {
        // When Lua has freed it, another may lie in its place.
        if (stack.Identity(index) != table || Fields.FirstOrDefault(static field => field.Value.ValueKind != JsonValueKind.Null) is not { Value.ValueKind: not JsonValueKind.Undefined } first)
        {
            return false;
        }

        stack.TryReserve(4);
        return stack.GetField(index, first.Name) != LuaType.Nil;
    }

    /// <summary>The field, anywhere in the answer, that comes nearest to a name which is none where it was looked for; null for none.</summary>
    public string? FindNear(string name) => NearestName.Find(name, FieldsIn(answer.Json).Take(MaxCompared).Where(field => field != name));

    /// <summary>Says that the answer is no list that could be gone through, and where one is.</summary>
    public LuaFailure DescribeAsNoList()
    {
        var hint = Fields.Where(static field => field.Value.ValueKind == JsonValueKind.Array).Take(2).ToArray() is [var only]
            ? $"Its list is {only.Name}: ipairs(answer.{only.Name})."
            : $"It has {Names}.";
        return new LuaFailure($"ipairs: the answer of {tool.Name} is no list. {hint}", Hint: hint);
    }

    // The first item of a list stands for all.
    private static IEnumerable<string> FieldsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(static property => FieldsIn(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => value.EnumerateArray().Take(1).SelectMany(FieldsIn),
        _ => [],
    };
}
