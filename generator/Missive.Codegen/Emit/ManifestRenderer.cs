using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;

namespace Missive.Codegen.Emit;

/// <summary>A rendered file, or why it could not be rendered.</summary>
/// <param name="File">The file, or null.</param>
/// <param name="Diagnostic">The problem of the template, or null.</param>
public sealed record RenderResult(OutputFile? File, ManifestDiagnostic? Diagnostic);

/// <summary>Renders a manifest into files. A pure function of manifest and templates: same bytes on every machine.</summary>
public sealed class ManifestRenderer
{
    /// <summary>Where the manifest's own JSON Schema goes, from the manifest's folder.</summary>
    public const string SchemaFileName = "manifest.schema.json";

    /// <summary>What the name of a template ends in.</summary>
    private const string Extension = ".scriban";

    private static readonly Lazy<string> Schema = new(RenderManifestSchema);

    private readonly TemplateRenderer _renderer;

    /// <summary>Makes a renderer; it serves one thread at a time.</summary>
    /// <param name="overrides">Templates that take the place of ours, or that outputs of the user's own are made with.</param>
    public ManifestRenderer(IEnumerable<TemplateSource>? overrides = null)
        : this(new TemplateSet(overrides ?? []))
    {
    }

    /// <summary>Makes a renderer; it serves one thread at a time.</summary>
    /// <param name="templates">The templates, which renderers of several threads may share.</param>
    public ManifestRenderer(TemplateSet templates) => _renderer = new(templates);

    /// <summary>The JSON Schema that editors validate and complete manifest files with.</summary>
    public static string ManifestSchema => Schema.Value;

    /// <summary>Makes that schema.</summary>
    internal static string RenderManifestSchema() => JsonText.Pretty(Reading.ManifestSchema.Create()) + "\n";

    /// <summary>Problems of the overrides themselves: those that override nothing.</summary>
    /// <param name="overrides">The files of the user's template folder, those that are no templates too.</param>
    /// <param name="kinds">The outputs that are rendered; null for <see cref="OutputCatalog.All"/>.</param>
    public static IEnumerable<ManifestDiagnostic> CheckOverrides(IEnumerable<TemplateSource> overrides, IEnumerable<OutputKind>? kinds = null)
    {
        var used = new HashSet<string>((kinds ?? []).Select(k => k.Template), StringComparer.Ordinal);
        foreach (var template in overrides)
        {
            if (!EmbeddedTemplates.Exists(template.Name) && !used.Contains(template.Name))
            {
                yield return new(
                    DiagnosticRules.UnknownTemplate, template.Path, 1, 1, 1, 1,
                    $"There is no template '{template.Name}' to override.{Suggest(template.Name)}");
            }
        }
    }

    private static string Suggest(string name)
    {
        // The ending that no editor knows is what gets lost, or misspelt.
        var isWhole = name.EndsWith(Extension, StringComparison.Ordinal) || NearMiss.Find(name, EmbeddedTemplates.Names) is not null;
        return NearMiss.Suggest(isWhole ? name : name + Extension, EmbeddedTemplates.Names);
    }

    /// <summary>Renders every file of <paramref name="kinds"/>, one by one as they are asked for.</summary>
    public IEnumerable<RenderResult> Render(Manifest manifest, IEnumerable<OutputKind> kinds, CancellationToken cancellationToken) =>
        OutputPlan.Of(manifest, kinds).Select(file => Render(file, cancellationToken));

    /// <summary>Renders one file.</summary>
    public RenderResult Render(PlannedFile file, CancellationToken cancellationToken)
    {
        try
        {
            return new(file.With(_renderer.Render(file.Kind.Template, file.View, cancellationToken)), null);
        }
        catch (TemplateException e)
        {
            return new(null, e.Diagnostic);
        }
    }
}
