using System.Collections.Immutable;
using Missive.Codegen.Emit;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Validation;

namespace Missive.Codegen.SourceGenerator;

/// <summary>What the C# of a group is made of, apart from templates and kinds of types.</summary>
/// <param name="Root">The root file with this group alone.</param>
/// <param name="Functions">The functions without their examples.</param>
internal sealed record GroupSource(RootFile Root, FunctionFile Functions)
{
    /// <summary>Null when the root file has no such group, or the file is not where the group's file belongs.</summary>
    public static GroupSource? Of(FunctionFile file, NameClashes clashes, RootFile? identity) =>
        identity?.Groups.FirstOrDefault(g => string.Equals(g.Name, file.Group, StringComparison.Ordinal)) is { } group
        && string.Equals(FileKinds.NameOf(file.Path), file.Group, StringComparison.Ordinal)
            ? new(identity with { Groups = [group] }, WithoutExamples(clashes.Without(file)))
            : null;

    private static FunctionFile WithoutExamples(FunctionFile file) =>
        file with { Functions = file.Functions.Select(f => f with { Examples = default }).ToEquatableArray() };
}

/// <summary>What the C# of a type file is made of, apart from templates and kinds of types.</summary>
/// <param name="Root">The root file without its groups.</param>
/// <param name="Types">The types that code can be generated for, with their inherited fields and rules written out.</param>
internal sealed record TypeSource(RootFile Root, TypeFile Types)
{
    /// <summary>Types that inherit nothing need no other to be looked up.</summary>
    public static TypeCatalog Catalog { get; } = new(default);

    public static TypeSource? Of(TypeFile file, TypeCatalog catalog, RootFile? identity) => identity is null || file.IsMisplaced ? null : new(
        identity with { Groups = default },
        file with { Types = file.Types.Where(t => !t.IsBroken && catalog.IsUsable(t.Name)).Select(t => WithInherited(t, catalog)).ToEquatableArray() });

    private static TypeDefinition WithInherited(TypeDefinition type, TypeCatalog catalog) => type.Extends is null ? type : type with
    {
        Extends = null,
        Fields = catalog.FieldsOf(type).ToEquatableArray(),
        Rules = catalog.RulesOf(type).ToEquatableArray(),
    };
}

/// <summary>What the registry and the client facade are made of, apart from templates.</summary>
/// <param name="Root">The root file without its groups, with the credentials and settings that code can be generated for.</param>
/// <param name="Names">The names of groups and functions.</param>
internal sealed record RegistrySource(RootFile Root, RegistryNames Names)
{
    public static RegistrySource? Of(ImmutableArray<FunctionFile> functions, NameClashes clashes, RootFile? identity, RootFile? root, TypeCatalog catalog) =>
        identity is null || root is null ? null : new(
            RootFileValidator.Validate(root, catalog).Sound with { Groups = default },
            RegistryNames.Of(identity, ManifestChecker.InOrderOf(identity, functions.Select(clashes.Without))));
}
