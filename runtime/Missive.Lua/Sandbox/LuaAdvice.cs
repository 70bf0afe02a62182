using System.Text.RegularExpressions;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>What to add to Lua's own messages: what scripts have instead of a global that is not there, or what may have been meant.</summary>
internal static partial class LuaAdvice
{
    private static readonly string[] Known =
    [
        "app", "assert", "coroutine", "docs", "dump", "error", "getmetatable", "ipairs", "json", "math", "next", "pairs", "pcall", "print", "regex",
        "select", "setmetatable", "string", "table", "time", "tonumber", "tostring", "type", "utf8", "xpcall",
    ];

    /// <summary>Explains one of Lua's own messages; null when there is nothing to add.</summary>
    public static string? Explain(LuaHost host, string message)
        => message.EndsWith("attempt to call a table value (for iterator 'for iterator')", StringComparison.Ordinal)
            ? "Write ipairs(list) or pairs(table) behind in."
            : MissingGlobal().Match(message) is { Success: true } match ? Explain(host.Registry, match.Groups[1].Value) : null;

    private static string? Explain(ToolRegistry registry, string name) => name switch
    {
        "os" => "Scripts have no os: time.now() is the time in Unix seconds, time.format(seconds) writes it, time.parse(text) reads it.",
        "io" => "Scripts reach no files: print shows values, and return hands them over.",
        "require" or "package" => "Scripts load nothing: json, regex, docs and time are there already.",
        "load" or "loadstring" or "loadfile" or "dofile" => "Scripts run no text as code.",
        "debug" or "collectgarbage" or "warn" => $"Scripts have no {name}.",
        "unpack" => "It is table.unpack.",
        _ when name == registry.Name => $"The functions are in app.integrations.{name}.",
        _ when registry.Tools.Any(tool => tool.Name == name) => $"It is app.integrations.{registry.Name}.{name}.",
        _ => NearestName.Find(name, Known) is { } nearest ? $"Did you mean {nearest}?" : null,
    };

    // "attempt to index a nil value (global 'os')"
    [GeneratedRegex(@" a nil value \(global '([A-Za-z0-9_]+)'\)$")]
    private static partial Regex MissingGlobal();
}
