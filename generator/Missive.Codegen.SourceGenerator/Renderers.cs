using Missive.Codegen.Emit;
using Missive.Codegen.Model;

namespace Missive.Codegen.SourceGenerator;

/// <summary>
/// The renderer of each thread. A renderer parses the templates it needs once, which is dear, and is not safe for two
/// threads at once, while the compiler may run several generators' outputs at the same time.
/// </summary>
internal static class Renderers
{
    [ThreadStatic]
    private static (EquatableArray<TemplateSource> Templates, ManifestRenderer Renderer)? s_last;

    public static ManifestRenderer For(EquatableArray<TemplateSource> templates)
    {
        if (s_last is not { } last || last.Templates != templates)
        {
            s_last = last = (templates, new ManifestRenderer(templates));
        }

        return last.Renderer;
    }
}
