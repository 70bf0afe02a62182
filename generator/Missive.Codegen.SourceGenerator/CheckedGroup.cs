using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using Missive.Codegen.Validation;

namespace Missive.Codegen.SourceGenerator;

/// <summary>A function file that was checked against the types.</summary>
/// <param name="FullPath">The file, as messages show it.</param>
/// <param name="Sound">The file with its sound functions only.</param>
/// <param name="Diagnostics">The problems of the others.</param>
internal sealed record CheckedGroup(string FullPath, FunctionFile Sound, EquatableArray<ManifestDiagnostic> Diagnostics)
{
    public static CheckedGroup Check(LocatedFile file, TypeCatalog catalog, RootFile? root)
    {
        var (sound, diagnostics) = FunctionFileValidator.Validate((FunctionFile)file.Read.Content!, catalog, root);
        return new(file.FullPath, sound, diagnostics);
    }
}
