using Missive.Codegen.Model;
using Scriban.Runtime;

namespace Missive.Codegen.Emit.Views;

/// <summary>What templates get to read: one view for each thing that an output makes a file for.</summary>
internal static class ManifestViews
{
    /// <summary>For one file a function.</summary>
    public static ScriptObject Function(FunctionDefinition function, FunctionFile file, Manifest manifest, TypeKinds typeKinds) => View.Of(
        ("manifest", Identity(manifest.Root)),
        ("function", FunctionViews.Full(function, manifest, GroupOf(file, manifest.Root), typeKinds)));

    /// <summary>For one file a group.</summary>
    public static ScriptObject Group(RootFile root, FunctionFile group, TypeKinds typeKinds) => View.Of(
        ("manifest", Identity(root)),
        ("group", Group(GroupOf(group, root))),
        ("functions", View.List(group.Functions, f => FunctionViews.Code(f, root.Name, group.Group, typeKinds))));

    /// <summary>For one file a type file.</summary>
    public static ScriptObject Types(RootFile root, TypeFile file, TypeCatalog catalog, TypeKinds typeKinds) => View.Of(
        ("manifest", Identity(root)),
        ("types", View.List(file.Types, t => TypeViews.Of(t, catalog, typeKinds, Use.Code))));

    /// <summary>For the registry and the client facade.</summary>
    public static ScriptObject Registry(RootFile root, RegistryNames names) => View.Of(
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

    /// <summary>For one file for the whole manifest.</summary>
    public static ScriptObject Whole(Manifest manifest, TypeKinds typeKinds)
    {
        var groups = manifest.Groups.Select(file =>
        {
            var definition = GroupOf(file, manifest.Root);
            var view = Group(definition);
            view["functions"] = View.List(file.Functions, f => FunctionViews.Listed(f, manifest, definition, typeKinds));
            return view;
        }).ToList();
        var parameters = manifest.Groups.SelectMany(g => g.Functions).SelectMany(f => f.Parameters);
        var passed = new HashSet<string>(manifest.Catalog.Reachable(parameters.Select(p => p.Type)).Select(t => t.Name), StringComparer.Ordinal);
        return View.Of(
            ("manifest", Identity(manifest.Root)),
            ("groups", View.List(groups, g => g)),
            ("functions", View.List(groups.SelectMany(g => (ScriptArray)g["functions"]!), f => f)),
            ("types", View.List(manifest.Types.SelectMany(f => f.Types), t => TypeViews.Of(t, manifest.Catalog, typeKinds, passed.Contains(t.Name) ? Use.Argument : Use.Answer))),
            ("guide", manifest.Guide is null ? null : GuideView.Of(manifest.Guide, manifest)));
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
}
