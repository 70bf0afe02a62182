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
            ("type", new TemplateFunction(a => CSharpTypes.Name(Type(a[0])), typeof(View))),
            ("accessor", new TemplateFunction(a => CSharpTypes.Accessor(Type(a[0]), (string)a[1]!), typeof(View), typeof(string))),
            ("definition", new TemplateFunction(a => CSharpTypes.Definition(Member(a[0]).Type, Member(a[0]).Member, (string)a[1]!), typeof(View), typeof(string))),
            ("invocation", new TemplateFunction(
                a => CSharpInitializer.Invocation((string)a[0]!, (string)a[1]!, (CSharpCall)a[2]!), typeof(string), typeof(string), typeof(CSharpCall))))),
        ("lua", View.Of(
            ("string", Text(LuaText.Literal)),
            ("comment", Text(LuaText.Comment)),
            ("tail", Text(LuaText.Tail)),
            ("name", Text(LuaText.Name)),
            ("key", Text(LuaText.Key)),
            ("index", Text(LuaText.Index)),
            ("annotation_key", Text(LuaText.Name)),
            ("type", new TemplateFunction(a => LuaTypes.Name(Type(a[0]), (string)a[1]!, (bool)a[2]!), typeof(View), typeof(string), typeof(bool))),
            ("list_type", new TemplateFunction(a => LuaTypes.List(Type(a[0]), (string)a[1]!, (bool)a[2]!), typeof(View), typeof(string), typeof(bool))),
            ("call", new TemplateFunction(a => LuaText.Statement("result", (string)a[0]!, (DataMap)a[1]!), typeof(string), typeof(DataMap))))),
        ("md", View.Of(
            ("text", Text(MarkdownText.Text)),
            ("cell", Text(MarkdownText.Cell)),
            ("code", Text(MarkdownText.Code)),
            ("row", new TemplateFunction(a => MarkdownText.Row((ScriptArray)a[0]!), typeof(ScriptArray))),
            ("url", Text(MarkdownText.Url)),
            ("prose", Text(MarkdownText.Prose)),
            ("fence", new TemplateFunction(a => MarkdownText.Fence((string)a[0]!, ((EscapedText)a[1]!).Value), typeof(string), typeof(EscapedText))))),
        ("json", View.Of(
            ("string", Text(JsonText.Quote)),
            ("value", new TemplateFunction(a => JsonText.Compact((DataValue)a[0]!), typeof(DataValue))),
            ("wrapped", new TemplateFunction(a => JsonText.Wrapped((DataValue)a[0]!, (int)(long)a[1]!), typeof(DataValue), typeof(long))),
            ("document", new TemplateFunction(a => JsonText.Pretty((DataValue)a[0]!), typeof(DataValue))))),
        ("sh", View.Of(
            ("word", Text(ShellText.Word)),
            ("command", new TemplateFunction(
                a => ShellText.Command((string)a[0]!, (string)a[1]!, (DataMap)a[2]!), typeof(string), typeof(string), typeof(DataMap))))),
        ("html", View.Of(("text", Text(HtmlText.Text)))),
        ("number", new TemplateFunction(a => ((long)a[0]!).ToString(CultureInfo.InvariantCulture), typeof(long))));

    private static TypeInUse Type(object? view) =>
        (view as View)?.Subject as TypeInUse ?? throw new ArgumentException("A type in use is expected here, such as the type of a field.");

    private static MemberViews.MemberSubject Member(object? view) =>
        (view as View)?.Subject as MemberViews.MemberSubject ?? throw new ArgumentException("A parameter or a field is expected here.");

    private static TemplateFunction Text(Func<string, string> escape) => new(a => escape((string)a[0]!), typeof(string));
}
