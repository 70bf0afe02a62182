using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Views;

/// <summary>A manifest with what several of its files show alike. Several threads may look at it.</summary>
internal sealed class WholeManifest(Manifest manifest)
{
    private readonly MadeOnce<View> _arguments = new();
    private readonly MadeOnce<View> _answers = new();

    public Manifest Manifest => manifest;

    public TypeCatalog Catalog => manifest.Catalog;

    public TypeKinds Kinds { get; } = TypeKinds.Of(manifest.Types);

    public ArgumentSchemas Schemas { get; } = new(manifest.Catalog);

    /// <summary>The view of a type; a page shows it for each function that uses it.</summary>
    public View TypeView(TypeDefinition type, Use use) =>
        (use == Use.Answer ? _answers : _arguments).Get(type.Name, type, t => TypeViews.Of(t, Catalog, Kinds, use));

    public GroupDefinition GroupOf(FunctionFile file) => GroupOf(file, manifest.Root);

    public static GroupDefinition GroupOf(FunctionFile file, RootFile root)
    {
        foreach (var group in root.Groups)
        {
            if (string.Equals(group.Name, file.Group, StringComparison.Ordinal))
            {
                return group;
            }
        }

        return new() { Name = file.Group };
    }
}
