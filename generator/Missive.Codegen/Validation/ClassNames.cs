using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>
/// The C# names of all generated classes, and whose they are. They share a namespace, so that each has to be there once:
/// the checker reports a name that is taken, and the compiler's generator leaves out what would have it.
/// </summary>
internal sealed class ClassNames
{
    private readonly Dictionary<string, ClassOwner> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that groups, functions and the root file take; types add theirs.</summary>
    public ClassNames(RootFile? root, IEnumerable<FunctionFile> functions)
    {
        foreach (var file in functions.Where(f => !f.IsMisplaced))
        {
            _owners[Naming.Group(file.Group) + "Client"] = new("the facade of the group", file.Group);
            foreach (var function in file.Functions.Where(f => f.Name.Length > 0))
            {
                var pascal = Naming.Pascal(function.Name);
                var owner = new ClassOwner("a class of the function", function.Name);
                _owners[pascal + "Tool"] = owner;
                _owners[pascal + "Arguments"] = owner;
                _owners[pascal + "Result"] = owner;
            }
        }

        if (root is not null)
        {
            _owners[Naming.Pascal(root.Name) + "Tools"] = new("the registry");
            ClientRival = Take(root.CSharp.Client, new("the client facade")) ?? PropertyNamed(root.CSharp.Client, root);
        }
    }

    /// <summary>Who else has the name of the client facade: another class, or a property of its own; null when nobody has.</summary>
    public ClassOwner? ClientRival { get; }

    /// <summary>Gives the types their names, and tells those whose name was taken; their files are in the order of their paths.</summary>
    public IEnumerable<(TypeFile File, int Index, ClassOwner Rival)> TakeAll(IEnumerable<TypeFile> files)
    {
        foreach (var file in files)
        {
            for (var i = 0; i < file.Types.Count; i++)
            {
                if (file.Types[i].Name is { Length: > 0 } name && Take(name, new(file.Path)) is { } rival)
                {
                    yield return (file, i, rival);
                }
            }
        }
    }

    /// <summary>C# knows no class with a member of its own name.</summary>
    private static ClassOwner? PropertyNamed(string client, RootFile root) =>
        root.Groups.FirstOrDefault(g => g.Name.Length > 0 && Naming.Group(g.Name) == client) is { } group ? new("its own property for the group", group.Name) : null;

    private ClassOwner? Take(string name, ClassOwner owner)
    {
        if (_owners.TryGetValue(name, out var other))
        {
            return other;
        }

        _owners.Add(name, owner);
        return null;
    }
}

/// <summary>Who has a C# name.</summary>
internal sealed record ClassOwner(string Kind, string? Of = null)
{
    public override string ToString() => Of is null ? Kind : $"{Kind} '{Of}'";
}
