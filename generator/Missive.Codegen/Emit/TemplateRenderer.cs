using System.Text;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit.Escaping;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using SourceSpan = Scriban.Parsing.SourceSpan;

namespace Missive.Codegen.Emit;

/// <summary>Renders templates. Parses each when it is first needed, and keeps one context, for both are dear.</summary>
internal sealed class TemplateRenderer
{
    private readonly Dictionary<string, TemplateSource> _overrides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Template> _templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScriptObject> _shared = new(StringComparer.Ordinal);
    private readonly EscapingContext _context = new();

    public TemplateRenderer(IEnumerable<TemplateSource> overrides)
    {
        foreach (var template in overrides)
        {
            _overrides[template.Name] = template;
        }
    }

    /// <summary>Whether there is a template of ours by that name.</summary>
    public static bool Exists(string name) => EmbeddedTemplates.Names.Contains(name, StringComparer.Ordinal);

    /// <summary>The text that <paramref name="template"/> makes of <paramref name="view"/>, ending in one line end.</summary>
    /// <exception cref="TemplateException">The template is wrong.</exception>
    public string Render(string template, ScriptObject view, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _context.CancellationToken = cancellationToken;
        _context.PushGlobal(Shared(template));
        _context.PushGlobal(view);
        try
        {
            return Evaluate(template, cancellationToken).TrimEnd('\n') + "\n";
        }
        finally
        {
            _context.Reset();
            while (_context.GlobalCount > 1)
            {
                _context.PopGlobal();
            }
        }
    }

    /// <summary>The functions that a folder's <c>_shared.scriban</c> defines for the templates beside it.</summary>
    private ScriptObject Shared(string template)
    {
        var slash = template.LastIndexOf('/');
        var name = template.Substring(0, slash + 1) + "_shared.scriban";
        if (!_shared.TryGetValue(name, out var functions))
        {
            functions = new ScriptObject();
            if (Exists(name) || _overrides.ContainsKey(name))
            {
                _context.PushGlobal(functions);
                try
                {
                    Evaluate(name, _context.CancellationToken);
                }
                finally
                {
                    _context.PopGlobal();
                }
            }

            _shared.Add(name, functions);
        }

        return functions;
    }

    private string Evaluate(string template, CancellationToken cancellationToken)
    {
        try
        {
            return Parse(template).Render(_context);
        }
        catch (ScriptAbortException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        catch (ScriptRuntimeException e)
        {
            throw new TemplateException(Diagnose(template, e.Span, e.OriginalMessage));
        }
        catch (Exception e) when (e is not (OperationCanceledException or TemplateException))
        {
            // What a template makes our functions or the template engine throw is the template's error, and must not end the compiler.
            throw new TemplateException(Diagnose(template, _context.CurrentSpan, e.Message));
        }
    }

    private Template Parse(string name)
    {
        if (_templates.TryGetValue(name, out var template))
        {
            return template;
        }

        if (!Exists(name) && !_overrides.ContainsKey(name))
        {
            throw new TemplateException(Diagnose(name, default, "there is no such template"));
        }

        var text = _overrides.TryGetValue(name, out var mine) ? mine.Text.Replace("\r\n", "\n") : EmbeddedTemplates.Read(name);
        template = Template.Parse(text, PathOf(name));
        if (template.HasErrors)
        {
            var message = template.Messages.First(m => m.Type == ParserMessageType.Error);
            throw new TemplateException(Diagnose(name, message.Span, message.Message));
        }

        _templates.Add(name, template);
        return template;
    }

    private ManifestDiagnostic Diagnose(string template, SourceSpan span, string message)
    {
        var path = span.FileName is { Length: > 0 } file ? file : PathOf(template);
        var start = (Line: span.Start.Line + 1, Column: span.Start.Column + 1);
        if (start.Line < 1 || start.Column < 1)
        {
            // The parser has no place for what it misses at the end.
            var lines = (_overrides.TryGetValue(template, out var mine) ? mine.Text : "").Split('\n');
            start = (lines.Length, lines[lines.Length - 1].Length + 1);
        }

        var end = (Line: span.End.Line + 1, Column: span.End.Column + 2);
        end = end.CompareTo(start) > 0 ? end : (start.Line, start.Column + 1);
        return new(
            DiagnosticRules.TemplateError, path, start.Line, start.Column, end.Line, end.Column,
            $"The template {template} fails: {message.TrimEnd('.')}.");
    }

    private string PathOf(string name) => _overrides.TryGetValue(name, out var mine) ? mine.Path : "Templates/" + name;

    /// <summary>A context in which only escaped text can be written, and a misspelt name is an error.</summary>
    private sealed class EscapingContext : TemplateContext
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
        }

        public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
        {
            var value = base.Evaluate(scriptNode, aliasReturnedFunction);
            _evaluated = scriptNode;
            return value;
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
}

/// <summary>The templates inside this assembly.</summary>
internal static class EmbeddedTemplates
{
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(EmbeddedTemplates).Assembly.GetManifestResourceNames().OrderBy(n => n, StringComparer.Ordinal)];

    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedTemplates).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
