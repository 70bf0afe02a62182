using System.Collections;
using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Views;

/// <summary>What templates get to read: one view for each thing that an output makes a file for.</summary>
internal static class ManifestViews
{
    private static readonly ViewShape<RootFile> Identity = new(
        new("name", r => r.Name),
        new("pascal", r => Naming.Pascal(r.Name)),
        new("title", r => r.Title),
        new("description", r => r.Description),
        new("namespace", r => r.CSharp.Namespace),
        new("client", r => r.CSharp.Client),
        new("command", r => r.Command),
        new("base_url", r => r.Api.BaseUrl));

    private static readonly ViewShape<GroupSubject> GroupShape = new(
        new("name", g => g.Group.Name),
        new("pascal", g => Naming.Group(g.Group.Name)),
        new("title", g => g.Group.Title),
        new("description", g => g.Group.Description));

    private static readonly ViewShape<GroupSubject> FullGroupShape = GroupShape.With(new ViewMember<GroupSubject>("functions", g => g.Functions));

    private static readonly ViewShape<FunctionNames> FunctionNamesShape = new(
        new("name", f => f.Name),
        new("pascal", f => Naming.Pascal(f.Name)),
        new("aliases", f => View.Texts(f.Aliases)));

    private static readonly ViewShape<GroupNames> GroupNamesShape = new(
        new("name", g => g.Name),
        new("pascal", g => Naming.Group(g.Name)),
        new("title", g => g.Title),
        new("description", g => g.Description),
        new("functions", g => View.List(g.Functions, FunctionNamesShape.Of)));

    private static readonly ViewShape<FunctionOutput> FunctionShape = new(
        new("manifest", o => Identity.Of(o.Whole.Manifest.Root)),
        new("function", o => FunctionViews.Full(o.Function, o.Whole.GroupOf(o.File), o.Whole)));

    private static readonly ViewShape<GroupOutput> GroupOutputShape = new(
        new("manifest", o => Identity.Of(o.Root)),
        new("group", o => GroupShape.Of(new(o.Group, null))),
        new("functions", o => View.List(o.File.Functions, f => FunctionViews.Code(f, o.Root.Name, o.Group, o.TypeKinds))));

    private static readonly ViewShape<TypesOutput> TypesShape = new(
        new("manifest", o => Identity.Of(o.Root)),
        new("types", o => View.List(o.File.Types, t => TypeViews.Of(t, o.Catalog, o.TypeKinds, Use.Code))));

    private static readonly ViewShape<CredentialDefinition> CredentialShape = new(
        new("name", c => c.Name),
        new("label", c => c.Label),
        new("kind", c => Naming.Pascal(c.Type)),
        new("required", c => c.Required),
        new("environment", c => c.Environment),
        new("description", c => c.Description));

    private static readonly ViewShape<RateWindow> WindowShape = new(
        new("requests", w => w.Requests),
        new("seconds", w => w.Seconds));

    private static readonly ViewShape<RootFile> ApiShape = new(
        new("concurrent_requests", r => r.Limits?.ConcurrentRequests),
        new("windows", r => View.List(r.Limits?.Windows ?? default, WindowShape.Of)),
        new("body_bytes", r => r.Limits?.BodyBytes),
        new("credentials", r => View.List(r.Auth.Credentials, CredentialShape.Of)),
        new("settings", r => View.List(r.Settings, MemberViews.Setting)));

    private static readonly ViewShape<RegistryOutput> RegistryShape = new(
        new("manifest", o => Identity.Of(o.Root)),
        new("api", o => ApiShape.Of(o.Root)),
        new("groups", o => View.List(o.Names.Groups, GroupNamesShape.Of)));

    private static readonly ViewShape<ManifestOutput> WholeShape = new(
        new("manifest", o => Identity.Of(o.Whole.Manifest.Root)),
        new("groups", o => View.List(o.Groups, FullGroupShape.Of)),
        new("functions", o => View.Passing(o.Functions, f => FunctionViews.Listed(f.Function, f.Group, o.Whole))),
        new("types", o => Types(o.Whole)),
        new("guide", o => o.Whole.Manifest.Guide is { } guide ? GuideViews.Of(guide, o.Whole.Manifest) : null));

    /// <summary>For one file a function.</summary>
    public static View Function(FunctionDefinition function, FunctionFile file, WholeManifest whole) => FunctionShape.Of(new(function, file, whole));

    /// <summary>For one file a group.</summary>
    public static View Group(RootFile root, FunctionFile group, TypeKinds typeKinds) =>
        GroupOutputShape.Of(new(root, group, WholeManifest.GroupOf(group, root), typeKinds));

    /// <summary>For one file a type file.</summary>
    public static View Types(RootFile root, TypeFile file, TypeCatalog catalog, TypeKinds typeKinds) => TypesShape.Of(new(root, file, catalog, typeKinds));

    /// <summary>For the registry and the client facade.</summary>
    public static View Registry(RootFile root, RegistryNames names) => RegistryShape.Of(new(root, names));

    /// <summary>For one file for the whole manifest.</summary>
    public static View Whole(WholeManifest whole) => WholeShape.Of(new(whole));

    private static IList Types(WholeManifest whole)
    {
        var manifest = whole.Manifest;
        var parameters = manifest.Groups.SelectMany(g => g.Functions).SelectMany(f => f.Parameters);
        var passed = new HashSet<string>(manifest.Catalog.Reachable(parameters.Select(p => p.Type)).Select(t => t.Name), StringComparer.Ordinal);
        return View.Passing(
            [.. manifest.Types.SelectMany(f => f.Types)], t => whole.TypeView(t, passed.Contains(t.Name) ? Use.Argument : Use.Answer));
    }

    private sealed record FunctionOutput(FunctionDefinition Function, FunctionFile File, WholeManifest Whole);

    private sealed record GroupOutput(RootFile Root, FunctionFile File, GroupDefinition Group, TypeKinds TypeKinds);

    private sealed record TypesOutput(RootFile Root, TypeFile File, TypeCatalog Catalog, TypeKinds TypeKinds);

    private sealed record RegistryOutput(RootFile Root, RegistryNames Names);

    private sealed record ManifestOutput(WholeManifest Whole)
    {
        public IReadOnlyList<GroupedFunction> Functions { get; } =
            [.. Whole.Manifest.Groups.SelectMany(file => file.Functions.Select(function => new GroupedFunction(function, Whole.GroupOf(file))))];

        public IEnumerable<GroupSubject> Groups => Whole.Manifest.Groups.Select(file =>
        {
            var group = Whole.GroupOf(file);
            return new GroupSubject(group, View.Passing(file.Functions, f => FunctionViews.Listed(f, group, Whole)));
        });
    }

    private sealed record GroupedFunction(FunctionDefinition Function, GroupDefinition Group);

    private sealed record GroupSubject(GroupDefinition Group, IList? Functions);
}
