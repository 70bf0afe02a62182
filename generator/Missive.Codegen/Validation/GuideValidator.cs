using System.Text.RegularExpressions;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Checks that the guide names only functions and examples that exist.</summary>
internal static class GuideValidator
{
    private static readonly Regex CodeSpan = new("`([^`\n]+)`", RegexOptions.CultureInvariant);
    private static readonly Regex FunctionLike = new(@"^([a-z][a-z0-9]*(?:_[a-z0-9]+)+)$|^([a-z][a-z0-9_]*)\((.*)\)$", RegexOptions.CultureInvariant);

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
        if (new[] { block.Text is not null, block.Code.Count > 0, block.Signatures.Count > 0 }.Count(b => b) != 1)
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

        foreach (Match span in CodeSpan.Matches(text.Markdown))
        {
            var match = FunctionLike.Match(span.Groups[1].Value);
            var name = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
            if (match.Success && Find(new(name, text.Span), functions, sink) is { IsBroken: false } function && match.Groups[2].Success
                && span.Groups[1].Value is var written && !string.Equals(written, Emit.Views.Signature.Of(function), StringComparison.Ordinal))
            {
                sink.Report(DiagnosticRules.GuideSnippet, text.Span, $"`{written}` is not how '{function.Name}' is called: `{Emit.Views.Signature.Of(function)}`.");
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
