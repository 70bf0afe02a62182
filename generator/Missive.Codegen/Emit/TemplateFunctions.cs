using System.Globalization;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Emit.Views;
using Missive.Codegen.Model;
using Scriban.Runtime;

namespace Missive.Codegen.Emit;

/// <summary>
/// The escaping functions of templates, each named after the place in the output that it makes text safe for.
/// A new syntax gets a line here; docs/templates.md lists them.
/// </summary>
internal static class TemplateFunctions
{
    public static ScriptObject Create() => View.Of(
        ("cs", View.Of(
            ("string", Text(CSharpText.Literal)),
            ("doc", Text(CSharpText.Doc)),
            ("name", Text(CSharpText.Name)),
            ("invocation", DelegateCustomFunction.CreateFunc<string, string, CSharpCall, EscapedText>(
                (group, method, call) => new(CSharpInitializer.Invocation(group, method, call)))))),
        ("lua", View.Of(
            ("string", Text(LuaText.Literal)),
            ("comment", Text(LuaText.Comment)),
            ("tail", Text(LuaText.Tail)),
            ("name", Text(LuaText.Name)),
            ("key", Text(LuaText.Key)),
            ("index", Text(LuaText.Index)),
            ("annotation_key", Text(LuaText.AnnotationKey)),
            ("call", Function<string, DataMap>((path, args) => LuaText.Statement("result", path, args))))),
        ("md", View.Of(
            ("text", Text(MarkdownText.Text)),
            ("cell", Text(MarkdownText.Cell)),
            ("code", Text(MarkdownText.Code)),
            ("url", Text(MarkdownText.Url)),
            ("prose", Text(MarkdownText.Prose)),
            ("fence", Function<string, EscapedText>((language, code) => MarkdownText.Fence(language, code.Value))))),
        ("json", View.Of(
            ("string", Text(JsonText.Quote)),
            ("value", Function<DataValue>(JsonText.Compact)),
            ("document", Function<DataValue>(JsonText.Pretty)))),
        ("sh", View.Of(
            ("word", Text(ShellText.Word)),
            ("command", DelegateCustomFunction.CreateFunc<string, string, DataMap, EscapedText>(
                (program, function, args) => new(ShellText.Command(program, function, args)))))),
        ("html", View.Of(("text", Text(HtmlText.Text)))),
        ("number", Function<long>(number => number.ToString(CultureInfo.InvariantCulture))));

    private static DelegateCustomFunction Text(Func<string, string> escape) => Function(escape);

    private static DelegateCustomFunction Function<T>(Func<T, string> escape) => DelegateCustomFunction.CreateFunc<T, EscapedText>(value =>
        value is null ? throw new ArgumentException("There is nothing to write here: the value is null.") : new(escape(value)));

    private static DelegateCustomFunction Function<T1, T2>(Func<T1, T2, string> escape) => DelegateCustomFunction.CreateFunc<T1, T2, EscapedText>((a, b) => new(escape(a, b)));
}
