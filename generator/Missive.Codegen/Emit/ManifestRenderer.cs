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
                        var view = View.Of(("function", FunctionViews.Full(function, manifest, GroupOf(file, manifest.Root), typeKinds)));
                        yield return Render(kind, function.Name, "manifest/" + file.Path, view, cancellationToken);
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
    internal RenderResult RenderGroup(OutputKind kind, RootFile root, FunctionFile group, TypeKinds typeKinds, CancellationToken cancellationToken)
    {
        var view = View.Of(
            ("manifest", Identity(root)),
            ("group", Group(GroupOf(group, root))),
            ("functions", View.List(group.Functions, f => FunctionViews.Code(f, root.Name, group.Group, typeKinds))));
        return Render(kind, group.Group, "manifest/" + group.Path, view, cancellationToken);
    }

    /// <summary>Renders the file of one type file.</summary>
    internal RenderResult RenderTypes(OutputKind kind, RootFile root, TypeFile file, TypeCatalog catalog, TypeKinds typeKinds, CancellationToken cancellationToken)
    {
        var view = View.Of(
            ("manifest", Identity(root)),
            ("types", View.List(file.Types.Where(t => !t.IsBroken), t => TypeViews.Of(t, catalog, typeKinds, Use.Code))));
        return Render(kind, NameOf(file.Path), "manifest/" + file.Path, view, cancellationToken);
    }

    /// <summary>Renders the registry of these names.</summary>
    internal RenderResult RenderRegistry(OutputKind kind, RootFile root, RegistryNames names, CancellationToken cancellationToken)
    {
        var view = View.Of(
            ("manifest", Identity(root)),
            ("groups", View.List(names.Groups, g => View.Of(
                ("name", g.Name),
                ("pascal", Naming.Pascal(g.Name)),
                ("title", g.Title),
                ("description", g.Description),
                ("functions", View.List(g.Functions, f => View.Of(
                    ("name", f.Name),
                    ("pascal", Naming.Pascal(f.Name)),
                    ("aliases", View.Texts(f.Aliases)))))))));
        return Render(kind, root.Name, "manifest/" + root.Path, view, cancellationToken);
    }

    private RenderResult RenderManifest(OutputKind kind, Manifest manifest, TypeKinds typeKinds, CancellationToken cancellationToken)
    {
        if (kind.Header == HeaderStyle.CSharp)
        {
            return RenderRegistry(kind, manifest.Root, RegistryNames.Of(manifest.Root, manifest.Groups), cancellationToken);
        }

        var groups = manifest.Groups.Select(file =>
        {
            var definition = GroupOf(file, manifest.Root);
            var view = Group(definition);
            view["functions"] = View.List(file.Functions, f => FunctionViews.Listed(f, manifest, definition, typeKinds));
            return view;
        }).ToList();
        var passed = new HashSet<string>(manifest.Catalog.Reachable(manifest.Groups.SelectMany(g => g.Functions).SelectMany(f => f.Parameters).Select(p => p.Type)).Select(t => t.Name), StringComparer.Ordinal);
        var view = View.Of(
            ("manifest", Identity(manifest.Root)),
            ("groups", View.List(groups, g => g)),
            ("functions", View.List(groups.SelectMany(g => (ScriptArray)g["functions"]!), f => f)),
            ("types", View.List(manifest.Types.SelectMany(f => f.Types), t => TypeViews.Of(t, manifest.Catalog, typeKinds, passed.Contains(t.Name) ? Use.Argument : Use.Answer))),
            ("guide", manifest.Guide is null ? null : GuideView.Of(manifest.Guide, manifest)));
        return Render(kind, manifest.Root.Name, "manifest/", view, cancellationToken);
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

    private static ScriptObject Identity(RootFile root) => View.Of(
        ("name", root.Name),
        ("pascal", Naming.Pascal(root.Name)),
        ("title", root.Title),
        ("description", root.Description),
        ("namespace", root.CSharp.Namespace),
        ("client", root.CSharp.Client),
        ("command", root.Command),
        ("base_url", root.Api.BaseUrl));

    private static ScriptObject Group(GroupDefinition group) => View.Of(
        ("name", group.Name),
        ("pascal", Naming.Pascal(group.Name)),
        ("title", group.Title),
        ("description", group.Description));

    private static GroupDefinition GroupOf(FunctionFile file, RootFile root) =>
        root.Groups.FirstOrDefault(g => string.Equals(g.Name, file.Group, StringComparison.Ordinal)) ?? new GroupDefinition { Name = file.Group };

    private static string NameOf(string path)
    {
        var start = path.LastIndexOf('/') + 1;
        return path.Substring(start, path.LastIndexOf('.') - start);
    }
}
