using System.Text;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Views;

/// <summary>Views of the agent guide.</summary>
internal static class GuideViews
{
    private static readonly ViewShape<SignatureSubject> SignatureShape = new(
        new("text", s => s.Function is null ? s.Reference.Name : Signature.Of(s.Function)),
        new("deprecation", s => Words.Deprecated(s.Function?.Deprecated)));

    private static readonly ViewShape<BlockSubject> Block = new(
        new("text", b => b.Block.Text?.Markdown),
        new("code", b => b.Block.Code.Count == 0 ? null : new EscapedText(Code(b.Block.Code, b.Guide))),
        new("signatures", b => View.List(b.Block.Signatures, s => SignatureShape.Of(new(s, b.Guide.Find(s.Name))))));

    private static readonly ViewShape<SectionSubject> Section = new(
        new("title", s => s.Section.Title),
        new("blocks", s => View.List(s.Section.Content, b => Block.Of(new(b, s.Guide)))));

    private static readonly ViewShape<GuideSubject> Shape = new(
        new("title", g => g.Guide.Title),
        new("introduction", g => g.Guide.Introduction.Markdown),
        new("sections", g => View.List(g.Guide.Sections, s => Section.Of(new(s, g)))));

    public static View Of(GuideFile guide, Manifest manifest) => Shape.Of(new(guide, manifest));

    /// <summary>One statement a call; a statement of several lines is followed by an empty one.</summary>
    private static string Code(EquatableArray<GuideCall> calls, GuideSubject guide)
    {
        var text = new StringBuilder();
        var lastIsLong = false;
        foreach (var call in calls)
        {
            if (guide.Find(call.Call.Name) is { } function
                && function.Examples.FirstOrDefault(e => string.Equals(e.Title, call.Example.Name, StringComparison.Ordinal)) is { } example)
            {
                text.Append(text.Length == 0 ? "" : lastIsLong ? "\n\n" : "\n");
                var statement = LuaText.Statement(call.As, LuaText.Path(guide.Manifest.Root.Name, function.Name), example.Args);
                lastIsLong = statement.Contains('\n');
                text.Append(function.Deprecated is null ? "" : $"-- {LuaText.Comment(Words.Deprecated(function.Deprecated))}\n").Append(statement);
            }
        }

        return text.ToString();
    }

    private sealed record GuideSubject(GuideFile Guide, Manifest Manifest)
    {
        private readonly Dictionary<string, FunctionDefinition> _functions = FunctionsOf(Manifest);

        public FunctionDefinition? Find(string name) => _functions.TryGetValue(name, out var function) ? function : null;

        private static Dictionary<string, FunctionDefinition> FunctionsOf(Manifest manifest)
        {
            var functions = new Dictionary<string, FunctionDefinition>(StringComparer.Ordinal);
            foreach (var function in manifest.Groups.SelectMany(g => g.Functions))
            {
                functions[function.Name] = function;
            }

            return functions;
        }
    }

    private sealed record SectionSubject(GuideSection Section, GuideSubject Guide);

    private sealed record BlockSubject(GuideBlock Block, GuideSubject Guide);

    private sealed record SignatureSubject(Reference Reference, FunctionDefinition? Function);
}
