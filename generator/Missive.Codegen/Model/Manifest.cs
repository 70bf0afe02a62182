namespace Missive.Codegen.Model;

/// <summary>A whole manifest: what every output is made from.</summary>
/// <param name="Root">The root file.</param>
/// <param name="Groups">The function files in the order of the root's groups.</param>
/// <param name="Types">The type files in the order of their paths.</param>
/// <param name="Guide">The agent guide, or null when there is none.</param>
public sealed record Manifest(RootFile Root, EquatableArray<FunctionFile> Groups, EquatableArray<TypeFile> Types, GuideFile? Guide)
{
    private TypeCatalog? _catalog;

    /// <summary>The types by name.</summary>
    public TypeCatalog Catalog => _catalog ??= new(Types);

    /// <summary>Whether both are made of equal files; whether the types were looked up already does not matter.</summary>
    public bool Equals(Manifest? other) =>
        other is not null && Root.Equals(other.Root) && Groups == other.Groups && Types == other.Types && Equals(Guide, other.Guide);

    /// <inheritdoc/>
    public override int GetHashCode() => Root.GetHashCode();
}
