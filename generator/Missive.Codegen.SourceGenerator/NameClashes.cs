using System.Collections.Immutable;
using Missive.Codegen.Model;

namespace Missive.Codegen.SourceGenerator;

/// <summary>
/// Functions whose C# name another one has already. They are left out: the manifest's own message says what is
/// wrong, and two classes of one name would bury it under the compiler's.
/// </summary>
/// <param name="All">The files and the places in them.</param>
internal sealed record NameClashes(EquatableArray<(string Path, int Index)> All)
{
    /// <summary>The clashes among sound functions of these files, which are in the order of their paths.</summary>
    public static NameClashes Of(ImmutableArray<FunctionFile> functions)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var clashes = new List<(string, int)>();
        foreach (var file in functions)
        {
            for (var i = 0; i < file.Functions.Count; i++)
            {
                // An alias has no class, but no other function may have its name either.
                var function = file.Functions[i];
                var names = function.Aliases.Select(a => a.Name).Prepend(function.Name).Select(Naming.Pascal).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
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

        return new(clashes.ToEquatableArray());
    }

    public FunctionFile Without(FunctionFile file) =>
        All.Count == 0 ? file : file with { Functions = file.Functions.Where((_, i) => !All.Contains((file.Path, i))).ToEquatableArray() };
}
