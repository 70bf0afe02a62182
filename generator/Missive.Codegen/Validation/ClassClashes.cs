using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>The types whose C# name another class has already. No code can be generated for them, or for what uses them.</summary>
/// <param name="Types">Their files and places in them.</param>
/// <param name="HasClient">Whether the client facade has the name of another class too.</param>
internal sealed record ClassClashes(EquatableArray<(string Path, int Index)> Types, bool HasClient)
{
    /// <summary>The clashes among these files; of functions and types only names are looked at.</summary>
    public static ClassClashes Of(RootFile? root, IEnumerable<FunctionFile> functions, IEnumerable<TypeFile> types)
    {
        var names = new ClassNames(root, functions);
        return new(names.TakeAll(types).Select(c => (c.File.Path, c.Index)).ToEquatableArray(), names.ClientRival is not null);
    }

    /// <summary>The file with these types marked as broken.</summary>
    public TypeFile Mark(TypeFile file) => Types.Any(t => t.Path == file.Path)
        ? file with { Types = file.Types.Select((type, i) => Types.Contains((file.Path, i)) ? type with { IsBroken = true } : type).ToEquatableArray() }
        : file;
}
