using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>What to say of a function that Lua's own libraries do not have.</summary>
internal static class MissingFunction
{
    private static readonly string[] Methods =
    [
        "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "rep", "reverse", "sub", "unpack", "upper",
    ];

    private static readonly string[] Others =
    [
        "coroutine.create", "coroutine.resume", "coroutine.status", "coroutine.wrap", "coroutine.yield",
        "math.abs", "math.ceil", "math.floor", "math.fmod", "math.max", "math.min", "math.modf", "math.random", "math.sqrt", "math.tointeger", "math.type",
        "table.concat", "table.insert", "table.move", "table.pack", "table.remove", "table.sort", "table.unpack",
        "utf8.char", "utf8.codepoint", "utf8.codes", "utf8.len", "utf8.offset",
    ];

    /// <summary>Explains a call of a function that is not there; null when nothing is known about it.</summary>
    /// <param name="name">Its name, without the library's.</param>
    /// <param name="isMethod">Whether it was called with a colon.</param>
    public static string? Explain(string name, bool isMethod) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "trim" or "strip" => "text:match(\"^%s*(.-)%s*$\") trims.",
        "split" => "for part in text:gmatch(\"[^,]+\") do … end goes through the parts between commas.",
        "contains" or "includes" => "text:find(part, 1, true) finds a part.",
        "startswith" => "text:sub(1, #start) == start says whether it starts so.",
        "endswith" => "text:sub(-#ending) == ending says whether it ends so.",
        "replace" => "text:gsub(pattern, replacement) replaces.",
        "insert" or "remove" or "sort" or "concat" or "unpack" when isMethod => $"Lists have no methods: table.{name}(list).",
        "length" or "size" or "count" or "getn" => "#list is the number of items, #text that of bytes.",
        "push" or "append" or "add" => "table.insert(list, item) adds an item.",
        "join" => "table.concat(list, \", \") joins texts.",
        "round" => "math.floor(x + 0.5) rounds.",
        "pow" => "a ^ b raises a to b.",
        "map" or "filter" or "foreach" or "each" => "for _, item in ipairs(list) do … end goes through a list.",
        _ when isMethod => NearestName.Find(name, Methods) is { } method ? $"Did you mean {method}?" : null,
        _ => Others.Concat(Methods.Select(static method => $"string.{method}")).FirstOrDefault(known => NearestName.Find(name, [Last(known)]) is not null) is { } near
            ? $"Did you mean {near}?"
            : null,
    };

    private static string Last(string path) => path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
