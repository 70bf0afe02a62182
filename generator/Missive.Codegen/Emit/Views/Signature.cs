using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Views;

/// <summary>How a function is called, in one line: <c>list_drafts({ conversation_id, params? })</c>.</summary>
internal static class Signature
{
    public static string Of(FunctionDefinition function) => function.Parameters.Count == 0
        ? function.Name + "()"
        : $"{function.Name}({{ {string.Join(", ", function.Parameters.Select(p => p.Required ? p.Name : p.Name + "?"))} }})";
}
