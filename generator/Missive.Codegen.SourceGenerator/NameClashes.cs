using System.Collections.Immutable;
using Missive.Codegen.Model;

namespace Missive.Codegen.SourceGenerator;

/// <summary>
/// Declarations whose C# name another one has already. They are left out: the manifest's own message says what is
/// wrong, and two classes of one name would bury it under the compiler's.
/// </summary>
/// <param name="All">The files and the places in them.</param>
internal sealed record NameClashes(EquatableArray<(string Path, int Index)> All)
{
    /// <summary>The file with nothing but the names of its functions.</summary>
    public static FunctionFile NamesOf(FunctionFile file) =>
        file with { Functions = file.Functions.Select(f => new FunctionDefinition { Name = f.Name, Aliases = f.Aliases }).ToEquatableArray() };

    /// <summary>The file with nothing but the names of its types.</summary>
    public static TypeFile NamesOf(TypeFile file) =>
        file with { Types = file.Types.Select(t => new TypeDefinition { Name = t.Name }).ToEquatableArray() };

    /// <summary>The clashes among these files, which are in the order of their paths.</summary>
    public static NameClashes Of(ImmutableArray<FunctionFile> functions, ImmutableArray<TypeFile> types)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var clashes = new List<(string, int)>();
        foreach (var file in functions)
        {
            for (var i = 0; i < file.Functions.Count; i++)
            {
                var names = ClassNames(file.Functions[i]).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
                if (names.Exists(taken.Contains))
                {
                    clashes.Add((file.Path, i));
                }
                else
                {
                    taken.UnionWith(names);
                }
            }
        }

        foreach (var file in types)
        {
            for (var i = 0; i < file.Types.Count; i++)
            {
                if (!taken.Add(file.Types[i].Name))
                {
                    clashes.Add((file.Path, i));
                }
            }
        }

        return new(clashes.ToEquatableArray());
    }

    public FunctionFile Without(FunctionFile file) =>
        All.Count == 0 ? file : file with { Functions = file.Functions.Where((_, i) => !All.Contains((file.Path, i))).ToEquatableArray() };

    public TypeFile Without(TypeFile file) =>
        All.Count == 0 ? file : file with { Types = file.Types.Where((_, i) => !All.Contains((file.Path, i))).ToEquatableArray() };

    /// <summary>The classes of a function; an alias has none of its own, but no other function may have its name either.</summary>
    private static IEnumerable<string> ClassNames(FunctionDefinition function)
    {
        var pascal = Naming.Pascal(function.Name);
        return [pascal + "Tool", pascal + "Arguments", pascal + "Result", .. function.Aliases.Select(alias => Naming.Pascal(alias.Name) + "Tool")];
    }
}
