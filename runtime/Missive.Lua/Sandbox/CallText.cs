using System.Text.Json;

namespace Missive.Lua;

/// <summary>Calls as scripts write them, for messages.</summary>
internal static class CallText
{
    // Longer calls would bury what the message is about.
    private const int Longest = 1000;

    /// <summary>A call, to be pasted; null when it is too long to be shown.</summary>
    /// <param name="path">The function, without <c>app.</c>.</param>
    /// <param name="values">What stands between the parentheses.</param>
    public static string? Of(string path, IEnumerable<JsonElement> values)
        => $"app.{path}({string.Join(", ", values.Select(LuaLiteral.Of))})" is { Length: <= Longest } text ? text : null;
}
