using System.Collections.Concurrent;
using Missive.Codegen.Diagnostics;
using Scriban;
using Scriban.Parsing;
using SourceSpan = Scriban.Parsing.SourceSpan;

namespace Missive.Codegen.Emit;

/// <summary>Our templates and those that take their place; several threads may use one set.</summary>
public sealed class TemplateSet
{
    private readonly Dictionary<string, TemplateSource> _overrides = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Template> _parsed = new(StringComparer.Ordinal);

    /// <param name="overrides">Templates that take the place of ours, or that outputs of the user's own are made with.</param>
    public TemplateSet(IEnumerable<TemplateSource> overrides)
    {
        foreach (var template in overrides)
        {
            _overrides[template.Name] = template;
        }
    }

    /// <summary>Whether there is a template of that name.</summary>
    internal bool Has(string name) => EmbeddedTemplates.Exists(name) || _overrides.ContainsKey(name);

    /// <summary>The parsed template.</summary>
    /// <exception cref="TemplateException">It is wrong, or there is none.</exception>
    internal Template Get(string name) =>
        !_overrides.ContainsKey(name) && EmbeddedTemplates.Exists(name) ? EmbeddedTemplates.Parse(name)
        : _parsed.TryGetValue(name, out var template) ? template
        : _parsed.GetOrAdd(name, Parse(name));

    /// <summary>The problem of a template at a place in it.</summary>
    internal ManifestDiagnostic Diagnose(string template, SourceSpan span, string message)
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

    private Template Parse(string name)
    {
        if (!_overrides.TryGetValue(name, out var mine))
        {
            throw new TemplateException(Diagnose(name, default, "there is no such template"));
        }

        var template = Template.Parse(mine.Text.Replace("\r\n", "\n"), mine.Path);
        if (template.HasErrors)
        {
            var message = template.Messages.First(m => m.Type == ParserMessageType.Error);
            throw new TemplateException(Diagnose(name, message.Span, message.Message));
        }

        return template;
    }

    private string PathOf(string name) => _overrides.TryGetValue(name, out var mine) ? mine.Path : EmbeddedTemplates.PathOf(name);
}
