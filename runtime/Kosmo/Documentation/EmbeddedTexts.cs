using Missive.Tools;

namespace Kosmo.Documentation;

/// <summary>The generated texts that Missive.Tools carries.</summary>
internal static class EmbeddedTexts
{
    private const string GeneratedMark = "<!-- Generated";

    public static string Guide => ReadPage("docs/missive.md");

    public static string Index => ReadPage("docs/functions.md");

    public static string FunctionPage(string function) => ReadPage($"docs/functions/{function}.md");

    /// <summary>The JSON Schema of a function's arguments.</summary>
    public static Stream OpenSchema(string function) => Open($"schemas/{function}.schema.json");

    /// <summary>The Lua that makes <c>app.integrations.missive</c>.</summary>
    public static string LuaBinding => Read("lua/missive.lua");

    private static string ReadPage(string name)
    {
        var text = Read(name);

        // The first line says where the file comes from, which is of no use to a reader of the page.
        return text.StartsWith(GeneratedMark, StringComparison.Ordinal) ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : text;
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) => typeof(MissiveTools).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"Missive.Tools has no resource '{name}'.");
}
