namespace Missive.Codegen.Emit;

/// <summary>Every output. Adding one is a template and a line here.</summary>
public static class OutputCatalog
{
    /// <summary>All outputs in the order in which they are written.</summary>
    public static IReadOnlyList<OutputKind> All { get; } =
    [
        new("csharp-functions", Per.Group, "csharp/group.cs.scriban", "csharp/functions/{name}.g.cs", HeaderStyle.CSharp) { IsCompiled = true },
        new("csharp-types", Per.TypeFile, "csharp/types.cs.scriban", "csharp/types/{name}.g.cs", HeaderStyle.CSharp) { IsCompiled = true },
        new("csharp-registry", Per.Registry, "csharp/registry.cs.scriban", "csharp/registry.g.cs", HeaderStyle.CSharp) { IsCompiled = true },
        new("lua", Per.Manifest, "lua/binding.lua.scriban", "lua/{name}.lua", HeaderStyle.Lua),
        new("lua-annotations", Per.Manifest, "lua/library.lua.scriban", "lua/library/{name}.lua", HeaderStyle.Lua),
        new("guide", Per.Manifest, "docs/guide.md.scriban", "docs/{name}.md", HeaderStyle.None) { RequiresGuide = true },
        new("function-pages", Per.Function, "docs/function.md.scriban", "docs/functions/{name}.md", HeaderStyle.Markup),
        new("function-index", Per.Manifest, "docs/functions.md.scriban", "docs/functions.md", HeaderStyle.Markup),
        new("argument-schemas", Per.Function, "schemas/function.json.scriban", "schemas/{name}.schema.json", HeaderStyle.None),
        new("tool-list", Per.Manifest, "schemas/tools.json.scriban", "schemas/tools.json", HeaderStyle.None),
    ];

    /// <summary>The outputs that the compiler makes too.</summary>
    public static IReadOnlyList<OutputKind> Compiled { get; } = [.. All.Where(o => o.IsCompiled)];
}
