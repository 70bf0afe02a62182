using Missive.Codegen.Model;

namespace Missive.Codegen.Emit;

/// <summary>The names that the registry and the client facade are made of, and nothing else, so that they are rendered again only when one of these changes.</summary>
/// <param name="Groups">The groups in order.</param>
internal sealed record RegistryNames(EquatableArray<GroupNames> Groups)
{
    public static RegistryNames Of(RootFile root, IEnumerable<FunctionFile> files)
    {
        var groups = root.Groups.GroupBy(g => g.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return new(files.Select(file => new GroupNames(
            file.Group,
            groups[file.Group].Title,
            groups[file.Group].Description,
            file.Functions.Select(f => new FunctionNames(f.Name, f.Aliases.Select(a => a.Name).ToEquatableArray())).ToEquatableArray())).ToEquatableArray());
    }
}

/// <summary>The names of a group.</summary>
internal sealed record GroupNames(string Name, string Title, string Description, EquatableArray<FunctionNames> Functions);

/// <summary>The names of a function.</summary>
internal sealed record FunctionNames(string Name, EquatableArray<string> Aliases);
