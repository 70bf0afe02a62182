using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit.Escaping;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using SourceSpan = Scriban.Parsing.SourceSpan;

namespace Missive.Codegen.Emit;

/// <summary>A context in which only escaped text can be written, and a misspelt name is an error.</summary>
internal sealed class EscapingContext : TemplateContext
{
    private ScriptNode? _evaluated;

    public EscapingContext()
        : base(TemplateFunctions.Create())
    {
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedTargetAccess = false;

        // The defaults count all loops of a template together, and cut long output without a word.
        LoopLimit = 0;
        LimitToString = 0;
        RecursiveLimit = 100;
        NewLine = "\n";
        TryGetMember = RefuseMember;
    }

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        _evaluated = scriptNode;
        return value;
    }

    /// <summary>Where a member is not found: the engine's own words name neither what there is nor where that is told.</summary>
    private static bool RefuseMember(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        string[] members = target is IScriptObject view ? [.. view.GetMembers()] : [];
        throw new ScriptRuntimeException(span, $"there is no member '{member}' here.{NearMiss.Suggest(member, members)} docs/templates.md lists them");
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is EscapedText text)
        {
            return Write(text.Value);
        }

        // The span that is passed is that of the whole block.
        throw new ScriptRuntimeException(
            _evaluated?.Span ?? span,
            $"a bare {(textAsObject is string ? "text" : textAsObject?.GetType().Name ?? "null")} cannot be written; pass it through the escaping function of its place, such as cs.string, cs.doc, lua.string, md.text, md.cell or json.string");
    }
}
