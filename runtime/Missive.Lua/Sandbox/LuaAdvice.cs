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
    public static string? Explain(LuaMachine machine, string message)
        => message.EndsWith("attempt to call a table value (for iterator 'for iterator')", StringComparison.Ordinal)
            ? "Write ipairs(list) or pairs(table) behind in."
            : message == "C stack overflow" ? "Brackets, functions or calls lie in each other too deep, or a function calls itself without end."
            : message.EndsWith("stack overflow", StringComparison.Ordinal) ? "A function calls itself without end, or too often."
            : AddedText().IsMatch(message) ? "Texts are joined with two dots: a .. b."
            : message.EndsWith(": attempt to index a nil value", StringComparison.Ordinal) ? "What a call or an expression gave is nil: string.match, for one, gives nil where nothing matches."
            : message.EndsWith("attempt to compare two table values", StringComparison.Ordinal) ? "Compare fields: a.x < b.x; table.sort(list, function(a, b) return a.x < b.x end) sorts by one."
            : ComparedNil().IsMatch(message) ? "What is not there, or null, is nil: (a.x or 0) < (b.x or 0) compares it too."
            : ConcatenatedTable().IsMatch(message) ? "tostring(table) is its text, json.encode(table) its JSON."
            : MissingGlobal().Match(message) is { Success: true } global ? Explain(machine.Host, global.Groups[1].Value)
            : MissingCallee().Match(message) is { Success: true } callee ? MissingFunction.Explain(callee.Groups[2].Value, callee.Groups[1].Value == "method")
            : MissingField().Match(message) is { Success: true } field ? MissingValue.Explain(machine.LastAnswer, field.Groups[1].Value)
            : MissingItem().IsMatch(message) ? $"There is no item at that place. {MissingValue.Explain(machine.LastAnswer, null)}"
            : MissingTable().IsMatch(message) ? MissingValue.Explain(machine.LastAnswer, null)
            : SyntaxAdvice.Explain(message);

    private static string? Explain(LuaHost host, string name) => name switch
    {
        "os" => "Scripts have no os: time.now() is the time in Unix seconds, time.format(seconds) writes it, time.parse(text) reads it.",
        "io" => "Scripts reach no files: print shows values, and return hands them over.",
        "require" or "package" => "Scripts load nothing: json, regex, docs and time are there already.",
        "load" or "loadstring" or "loadfile" or "dofile" => "Scripts run no text as code.",
        "debug" or "collectgarbage" or "warn" => $"Scripts have no {name}.",
        "unpack" => "It is table.unpack.",
        "console" => "print(value) shows values, tables too.",
        "len" => "#list is the number of items, #text that of bytes.",
        "range" => "for i = 1, 3 do … end counts.",
        "str" => "It is tostring.",
        "int" or "float" or "parseInt" or "parseFloat" => "It is tonumber.",
        "try" => "pcall(f, …) catches errors: it returns false and the message.",
        "fetch" or "http" or "requests" or "socket" => $"Scripts reach no network but through app.integrations.{host.Registry.Name}.",
        _ when name == host.Registry.Name => $"The functions are in app.integrations.{name}.",
        _ when host.Registry.TryGet($"{host.Registry.Name}.{name}", out var tool) => $"It is app.integrations.{host.Registry.Name}.{tool.Name}.",
        _ when NearestName.Find(name, Known) is { } nearest => $"Did you mean {nearest}?",
        _ when host.Documentation is not null && name.Contains("doc", StringComparison.OrdinalIgnoreCase) => UnknownName.Pages,
        _ => null,
    };

    // "attempt to index a nil value (global 'os')"
    [GeneratedRegex(@" a nil value \(global '([A-Za-z0-9_]{1,64})'\)$")]
    private static partial Regex MissingGlobal();

    // "attempt to call a nil value (method 'trim')"
    [GeneratedRegex(@"attempt to call a nil value \((field|method) '([A-Za-z0-9_]{1,64})'\)$")]
    private static partial Regex MissingCallee();

    // "attempt to index a nil value (field 'data')"
    [GeneratedRegex(@" a nil value \(field '([A-Za-z0-9_]{1,64})'\)$")]
    private static partial Regex MissingField();

    // "attempt to index a nil value (field '?')": what stands in brackets is named as no name can be.
    [GeneratedRegex(@" a nil value \(field '(\?|integer index)'\)$")]
    private static partial Regex MissingItem();

    // "bad argument #1 to 'for iterator' (table expected, got nil)": pairs(nil) is blamed on whatever calls it.
    [GeneratedRegex(@"bad argument #1 to '[^']+' \(table expected, got nil\)$")]
    private static partial Regex MissingTable();

    [GeneratedRegex(@"attempt to add a '(string|number)' with a '(string|number)'$")]
    private static partial Regex AddedText();

    [GeneratedRegex(@"attempt to compare (two nil values|nil with [a-z]+|[a-z]+ with nil)$")]
    private static partial Regex ComparedNil();

    [GeneratedRegex(@"attempt to concatenate a table value( \(.+\))?$")]
    private static partial Regex ConcatenatedTable();
}
