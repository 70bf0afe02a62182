using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>The types whose C# name another class has already. No code can be generated for them, or for what uses them.</summary>
/// <param name="Types">Their files and places in them, and who has the name.</param>
/// <param name="ClientRival">Who else has the name of the client facade; null when nobody has.</param>
internal sealed record ClassClashes(EquatableArray<(string Path, int Index, ClassOwner Rival)> Types, ClassOwner? ClientRival)
{
    /// <summary>The clashes among these files; of functions and types only names are looked at.</summary>
    public static ClassClashes Of(RootFile? root, IEnumerable<FunctionFile> functions, IEnumerable<TypeFile> types)
    {
        var names = new ClassNames(root, functions);
        return new(names.TakeAll(types).Select(c => (c.File.Path, c.Index, c.Rival)).ToEquatableArray(), names.ClientRival);
    }

    /// <summary>The file with these types marked as broken.</summary>
    public TypeFile Mark(TypeFile file) => Types.Any(t => t.Path == file.Path)
        ? file with { Types = file.Types.Select((type, i) => Types.Any(t => t.Path == file.Path && t.Index == i) ? type with { IsBroken = true } : type).ToEquatableArray() }
        : file;
}
