using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Views;

/// <summary>
/// What code that uses a type has to know of it: whether it is an enum. Kept apart from the types
/// themselves, so that editing a type's fields does not render the functions that use it again.
/// </summary>
/// <param name="Enums">The names of all enums, sorted.</param>
public sealed record TypeKinds(EquatableArray<string> Enums)
{
    private readonly HashSet<string> _enums = new(Enums, StringComparer.Ordinal);

    /// <summary>The kinds of the types in these files.</summary>
    public static TypeKinds Of(IEnumerable<TypeFile> files) => new(files
        .SelectMany(f => f.Types)
        .Where(t => t.IsEnum)
        .Select(t => t.Name)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(n => n, StringComparer.Ordinal)
        .ToEquatableArray());

    /// <summary>The kind as templates tell it apart: a built-in type's name, <c>enum</c> or <c>record</c>.</summary>
    public string KindOf(TypeReference type) =>
        TypeCatalog.IsBuiltIn(type.Name) ? type.Name : _enums.Contains(type.Name) ? "enum" : "record";

    /// <inheritdoc/>
    public bool Equals(TypeKinds? other) => other is not null && Enums == other.Enums;

    /// <inheritdoc/>
    public override int GetHashCode() => Enums.GetHashCode();
}
