using Scriban.Runtime;
using Scriban.Syntax;

namespace Missive.Codegen.Emit;

/// <summary>Renders templates, one at a time. Keeps its context from one to the next, for making one is dear.</summary>
internal sealed class TemplateRenderer(TemplateSet templates)
{
    private readonly Dictionary<string, ScriptObject> _shared = new(StringComparer.Ordinal);
    private readonly EscapingContext _context = new();

    /// <summary>What a template assigns; the view itself stays as it is.</summary>
    private readonly ScriptObject _variables = [];

    /// <summary>The text that <paramref name="template"/> makes of <paramref name="view"/>, ending in one line end.</summary>
    /// <exception cref="TemplateException">The template is wrong.</exception>
    public string Render(string template, IScriptObject view, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _context.CancellationToken = cancellationToken;
        _context.PushGlobal(Shared(template));
        _context.PushGlobal(view);
        _context.PushGlobal(_variables);
        try
        {
            return EndLine(Evaluate(template, cancellationToken));
        }
        finally
        {
            _context.Reset();
            _variables.Clear();
        }
    }

    /// <summary>The text with one line end at its end; long ones, which mostly have it, are not copied for nothing.</summary>
    private static string EndLine(string text)
    {
        var length = text.Length;
        while (length > 0 && text[length - 1] == '\n')
        {
            length--;
        }

        return length == text.Length - 1 ? text : text.Substring(0, length) + "\n";
    }

    /// <summary>The functions that a folder's <c>_shared.scriban</c> defines for the templates beside it.</summary>
    private ScriptObject Shared(string template)
    {
        var slash = template.LastIndexOf('/');
        var name = template.Substring(0, slash + 1) + "_shared.scriban";
        if (!_shared.TryGetValue(name, out var functions))
        {
            functions = new ScriptObject();
            if (templates.Has(name))
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
            return templates.Get(template).Render(_context);
        }
        catch (ScriptAbortException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        catch (ScriptRuntimeException e)
        {
            throw new TemplateException(templates.Diagnose(template, e.Span, e.OriginalMessage));
        }
        catch (Exception e) when (e is not (OperationCanceledException or TemplateException))
        {
            // What a template makes our functions or the template engine throw is the template's error, and must not end the compiler.
            throw new TemplateException(templates.Diagnose(template, _context.CurrentSpan, e.Message));
        }
    }
}
