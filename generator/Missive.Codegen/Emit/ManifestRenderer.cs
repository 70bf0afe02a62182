using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Emit.Views;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Scriban.Runtime;

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

    private readonly TemplateRenderer _templates;

    /// <summary>Makes a renderer.</summary>
    /// <param name="overrides">Templates that take the place of ours, or that outputs of the user's own are made with.</param>
    public ManifestRenderer(IEnumerable<TemplateSource>? overrides = null) => _templates = new(overrides ?? []);

    /// <summary>The JSON Schema that editors validate and complete manifest files with.</summary>
    public static string RenderManifestSchema() => JsonText.Pretty(ManifestSchema.Create()) + "\n";

    /// <summary>Problems of the overrides themselves: those that override nothing.</summary>
    /// <param name="overrides">The user's templates.</param>
    /// <param name="kinds">The outputs that are rendered; null for <see cref="OutputCatalog.All"/>.</param>
    public static IEnumerable<ManifestDiagnostic> CheckOverrides(IEnumerable<TemplateSource> overrides, IEnumerable<OutputKind>? kinds = null)
    {
        var used = new HashSet<string>((kinds ?? []).Select(k => k.Template), StringComparer.Ordinal);
        foreach (var template in overrides)
        {
            if (!TemplateRenderer.Exists(template.Name) && !used.Contains(template.Name))
            {
                yield return new(
                    DiagnosticRules.UnknownTemplate, template.Path, 1, 1, 1, 1,
                    $"There is no template '{template.Name}' to override.{NearMiss.Suggest(template.Name, EmbeddedTemplates.Names)}");
            }
        }
    }

    /// <summary>Renders every file of <paramref name="kinds"/>, one by one as they are asked for.</summary>
    public IEnumerable<RenderResult> Render(Manifest manifest, IEnumerable<OutputKind> kinds, CancellationToken cancellationToken)
    {
        var typeKinds = TypeKinds.Of(manifest.Types);
        foreach (var kind in kinds)
        {
            switch (kind.Per)
            {
                case Per.Group:
                    foreach (var group in manifest.Groups)
                    {
                        yield return RenderGroup(kind, manifest.Root, group, typeKinds, cancellationToken);
                    }

                    break;
                case Per.TypeFile:
                    foreach (var file in manifest.Types)
                    {
                        yield return RenderTypes(kind, manifest.Root, file, manifest.Catalog, typeKinds, cancellationToken);
                    }

                    break;
                case Per.Function:
                    foreach (var (function, file) in manifest.Groups.SelectMany(f => f.Functions, (file, function) => (function, file)))
                    {
                        yield return Render(kind, function.Name, "manifest/" + file.Path, ManifestViews.Function(function, file, manifest, typeKinds), cancellationToken);
                    }

                    break;
                default:
                    if (kind.Template != "docs/guide.md.scriban" || manifest.Guide is not null)
                    {
                        yield return RenderManifest(kind, manifest, typeKinds, cancellationToken);
                    }

                    break;
            }
        }
    }

    /// <summary>Renders the file of one group.</summary>
    internal RenderResult RenderGroup(OutputKind kind, RootFile root, FunctionFile group, TypeKinds typeKinds, CancellationToken cancellationToken) =>
        Render(kind, group.Group, "manifest/" + group.Path, ManifestViews.Group(root, group, typeKinds), cancellationToken);

    /// <summary>Renders the file of one type file.</summary>
    internal RenderResult RenderTypes(OutputKind kind, RootFile root, TypeFile file, TypeCatalog catalog, TypeKinds typeKinds, CancellationToken cancellationToken) =>
        Render(kind, NameOf(file.Path), "manifest/" + file.Path, ManifestViews.Types(root, file, catalog, typeKinds), cancellationToken);

    /// <summary>Renders the registry of these names.</summary>
    internal RenderResult RenderRegistry(OutputKind kind, RootFile root, RegistryNames names, CancellationToken cancellationToken) =>
        Render(kind, root.Name, "manifest/" + root.Path, ManifestViews.Registry(root, names), cancellationToken);

    private RenderResult RenderManifest(OutputKind kind, Manifest manifest, TypeKinds typeKinds, CancellationToken cancellationToken)
    {
        if (kind.Header == HeaderStyle.CSharp)
        {
            return RenderRegistry(kind, manifest.Root, RegistryNames.Of(manifest.Root, manifest.Groups), cancellationToken);
        }

        return Render(kind, manifest.Root.Name, "manifest/", ManifestViews.Whole(manifest, typeKinds), cancellationToken);
    }

    private RenderResult Render(OutputKind kind, string name, string source, ScriptObject view, CancellationToken cancellationToken)
    {
        try
        {
            var body = _templates.Render(kind.Template, view, cancellationToken);
            return new(new(kind.PathFor(name), FileHeader.Add(kind.Header, source, body)), null);
        }
        catch (TemplateException e)
        {
            return new(null, e.Diagnostic);
        }
    }

    private static string NameOf(string path)
    {
        var start = path.LastIndexOf('/') + 1;
        return path.Substring(start, path.LastIndexOf('.') - start);
    }
}
