using System.Text;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;
using Scriban.Runtime;

namespace Missive.Codegen.Emit.Views;

/// <summary>The view of the agent guide.</summary>
internal static class GuideView
{
    public static ScriptObject Of(GuideFile guide, Manifest manifest)
    {
        var functions = new Dictionary<string, FunctionDefinition>(StringComparer.Ordinal);
        foreach (var function in manifest.Groups.SelectMany(g => g.Functions))
        {
            functions[function.Name] = function;
        }

        return View.Of(
            ("title", guide.Title),
            ("introduction", guide.Introduction.Markdown),
            ("sections", View.List(guide.Sections, section => View.Of(
                ("title", section.Title),
                ("blocks", View.List(section.Content, block => Block(block, functions, manifest.Root.Name)))))));
    }

    private static ScriptObject Block(GuideBlock block, Dictionary<string, FunctionDefinition> functions, string ns) => View.Of(
        ("text", block.Text?.Markdown),
        ("code", block.Code.Count == 0 ? null : new EscapedText(Code(block.Code, functions, ns))),
        ("signatures", View.List(block.Signatures, s => functions.TryGetValue(s.Name, out var function)
            ? View.Of(("text", Signature.Of(function)), ("deprecation", function.Deprecated is null ? null : Words.Deprecated(function.Deprecated)))
            : View.Of(("text", s.Name), ("deprecation", null)))));

    /// <summary>One statement a call; a statement of several lines is followed by an empty one.</summary>
    private static string Code(EquatableArray<GuideCall> calls, Dictionary<string, FunctionDefinition> functions, string ns)
    {
        var text = new StringBuilder();
        var lastIsLong = false;
        foreach (var call in calls)
        {
            if (functions.TryGetValue(call.Call.Name, out var function)
                && function.Examples.FirstOrDefault(e => string.Equals(e.Title, call.Example.Name, StringComparison.Ordinal)) is { } example)
            {
                text.Append(text.Length == 0 ? "" : lastIsLong ? "\n\n" : "\n");
                var statement = LuaText.Statement(call.As, $"app.integrations.{ns}.{function.Name}", example.Args);
                lastIsLong = statement.Contains('\n');
                text.Append(function.Deprecated is null ? "" : $"-- {LuaText.Comment(Words.Deprecated(function.Deprecated))}\n").Append(statement);
            }
        }

        return text.ToString();
    }
}
