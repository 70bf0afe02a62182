using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Views;

/// <summary>
/// What code that uses a type has to know of it: its name and whether it is an enum. Kept apart from the types
/// themselves, so that editing a type's fields does not render the functions that use it again.
/// </summary>
/// <param name="Enums">The names of all enums, sorted.</param>
/// <param name="Records">The names of all object types, sorted.</param>
public sealed record TypeKinds(EquatableArray<string> Enums, EquatableArray<string> Records)
{
    private readonly HashSet<string> _enums = new(Enums, StringComparer.Ordinal);

    /// <summary>The kinds of the types in these files.</summary>
    public static TypeKinds Of(IEnumerable<TypeFile> files)
    {
        var types = files.SelectMany(f => f.Types).ToList();
        return new(Names(types.Where(t => t.IsEnum)), Names(types.Where(t => !t.IsEnum)));
    }

    /// <summary>The kind as templates tell it apart: a built-in type's name, <c>enum</c> or <c>record</c>.</summary>
    public string KindOf(TypeReference type) =>
        TypeCatalog.IsBuiltIn(type.Name) ? type.Name : _enums.Contains(type.Name) ? "enum" : "record";

    /// <inheritdoc/>
    public bool Equals(TypeKinds? other) => other is not null && Enums == other.Enums && Records == other.Records;

    /// <inheritdoc/>
    public override int GetHashCode() => Enums.GetHashCode();

    private static EquatableArray<string> Names(IEnumerable<TypeDefinition> types) =>
        types.Select(t => t.Name).Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal).ToEquatableArray();
}
