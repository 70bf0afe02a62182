using Missive.Codegen.Model;

namespace Missive.Codegen.SourceGenerator;

/// <summary>Files with nothing but the names that they declare, which an edit of anything else leaves as they are.</summary>
internal static class NamesOf
{
    public static FunctionFile Functions(FunctionFile file) =>
        file with { Functions = file.Functions.Select(f => new FunctionDefinition { Name = f.Name, Aliases = f.Aliases }).ToEquatableArray() };

    public static TypeFile Types(TypeFile file) =>
        file with { Types = file.Types.Select(t => new TypeDefinition { Name = t.Name }).ToEquatableArray() };
}
