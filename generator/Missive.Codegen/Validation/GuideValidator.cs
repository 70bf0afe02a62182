using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Checks that the guide names only functions and examples that exist.</summary>
internal static class GuideValidator
{
    public static EquatableArray<ManifestDiagnostic> Validate(GuideFile guide, FunctionNameTable functions)
    {
        var sink = new DiagnosticSink(guide.Path);
        ValidateText(guide.Introduction, functions, sink);
        foreach (var section in guide.Sections)
        {
            foreach (var block in section.Content)
            {
                ValidateBlock(block, section, functions, sink);
            }
        }

        return sink.Diagnostics;
    }

    private static void ValidateBlock(GuideBlock block, GuideSection section, FunctionNameTable functions, DiagnosticSink sink)
    {
        if ((block.Text is null ? 0 : 1) + (block.Code.Count > 0 ? 1 : 0) + (block.Signatures.Count > 0 ? 1 : 0) != 1)
        {
            var span = block switch
            {
                { Text: { } prose } => prose.Span,
                { Code: [var first, ..] } => first.Call.Span,
                { Signatures: [var first, ..] } => first.Span,
                _ => SourceSpan.FileStart,
            };
            sink.Report(DiagnosticRules.MisplacedKey, span, $"A block of the section '{section.Title}' has one of text, code and signatures; make a block of each.");
        }

        if (block.Text is { } text)
        {
            ValidateText(text, functions, sink);
        }

        foreach (var signature in block.Signatures)
        {
            Find(signature, functions, sink);
        }

        foreach (var call in block.Code)
        {
            if (Find(call.Call, functions, sink) is { IsBroken: false } function && call.Example.Name.Length > 0
                && !function.Examples.Any(e => string.Equals(e.Title, call.Example.Name, StringComparison.Ordinal)))
            {
                sink.Report(
                    DiagnosticRules.GuideSnippet, call.Example.Span,
                    $"'{function.Name}' has no example '{call.Example.Name}'.{NearMiss.Suggest(call.Example.Name, [.. function.Examples.Select(e => e.Title)])}");
            }
        }
    }

    private static void ValidateText(GuideText text, FunctionNameTable functions, DiagnosticSink sink)
    {
        if (text.Markdown.Contains("```") || text.Markdown.Contains("~~~"))
        {
            sink.Report(DiagnosticRules.GuideSnippet, text.Span, "Code fences are not possible in the guide's text; make a 'code' block that names a function and one of its examples.");
        }

        foreach (var mention in CodeSpans.Functions(text.Markdown))
        {
            if (Find(new(mention.Name, text.Span), functions, sink) is { IsBroken: false } function
                && mention.Call is { } call && !string.Equals(call, Emit.Views.Signature.Of(function), StringComparison.Ordinal))
            {
                sink.Report(DiagnosticRules.GuideSnippet, text.Span, $"`{call}` is not how '{function.Name}' is called: `{Emit.Views.Signature.Of(function)}`.");
            }
        }
    }

    private static FunctionDefinition? Find(Reference reference, FunctionNameTable functions, DiagnosticSink sink)
    {
        var function = functions.Find(reference.Name);
        if (function is null && functions.IsComplete && reference.Name.Length > 0)
        {
            sink.Report(
                DiagnosticRules.UnknownFunction, reference.Span,
                $"There is no function '{MessageText.Shorten(reference.Name)}'.{NearMiss.Suggest(reference.Name, functions.Names)} Functions are declared in functions/<group>.yaml.");
        }

        return function;
    }
}
