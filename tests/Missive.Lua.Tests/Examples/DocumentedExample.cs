using Missive.Tools;
using Missive.Tools.Tests.Support;

namespace Missive.Lua.Tests.Examples;

/// <summary>An example of the manifest: its arguments as JSON, and the call in Lua as the function's generated page shows it.</summary>
/// <param name="Function">The function.</param>
/// <param name="Title">The example's title.</param>
/// <param name="Lua">The call in Lua, whose result the variable <c>result</c> takes.</param>
/// <param name="Json">Its arguments.</param>
internal sealed record DocumentedExample(string Function, string Title, string Lua, string Json)
{
    public static DocumentedExample Get(string function, string title)
        => new(function, title, ReadLua(function, title), ManifestData.JsonOf(ManifestData.Example(function, title).Args));

    private static string ReadLua(string function, string title)
    {
        using var stream = typeof(MissiveTools).Assembly.GetManifestResourceStream($"docs/functions/{function}.md")!;
        using var reader = new StreamReader(stream);
        var example = reader.ReadToEnd().Split("\n### ").Single(section => section.StartsWith($"{title}\n", StringComparison.Ordinal));
        const string Fence = "```lua\n";
        var start = example.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        return example[start..example.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
