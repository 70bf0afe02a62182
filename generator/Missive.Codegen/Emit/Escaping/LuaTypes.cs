using Missive.Codegen.Emit.Views;

namespace Missive.Codegen.Emit.Escaping;

/// <summary>Writes types of the manifest as annotations for lua-language-server have them.</summary>
internal static class LuaTypes
{
    /// <summary>The type of a value; a moment is a number in an answer, and may be a text in an argument.</summary>
    public static string Name(TypeInUse type, string ns, bool isAnswer) => type.Kind switch
    {
        "string" => "string",
        "integer" => "integer",
        "number" => "number",
        "boolean" => "boolean",
        "timestamp" => isAnswer ? "integer" : "integer|string",
        "object" => "table<string, any>",
        "any" => "any",
        "array" => List(type.Items, ns, isAnswer),
        "map" => $"table<string, {Name(type.Items, ns, isAnswer)}>",
        _ => $"{LuaText.Name(ns)}.{LuaText.Name(type.Type.Name)}",
    };

    /// <summary>A list of values of the type.</summary>
    public static string List(TypeInUse type, string ns, bool isAnswer)
    {
        var name = Name(type, ns, isAnswer);
        return type.Kind == "timestamp" && !isAnswer ? $"({name})[]" : name + "[]";
    }
}
