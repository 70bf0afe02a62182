using Missive.Codegen.Emit;
using Missive.Codegen.Model;

namespace Missive.Codegen.SourceGenerator;

/// <summary>
/// Keeps a renderer from one output to the next, for it parses each template that it needs once, which is dear.
/// A renderer serves one thread at a time, while a compiler may run the outputs of several projects at once:
/// whoever finds it taken makes one of its own, and the last to finish leaves its own behind.
/// </summary>
internal static class Renderers
{
    private static Entry? s_idle;

    public static RenderResult Render(EquatableArray<TemplateSource> templates, PlannedFile file, CancellationToken cancellationToken)
    {
        var entry = Interlocked.Exchange(ref s_idle, null);
        if (entry is null || entry.Templates != templates)
        {
            entry = new(templates, new(templates));
        }

        try
        {
            return entry.Renderer.Render(file, cancellationToken);
        }
        finally
        {
            Volatile.Write(ref s_idle, entry);
        }
    }

    private sealed record Entry(EquatableArray<TemplateSource> Templates, ManifestRenderer Renderer);
}
