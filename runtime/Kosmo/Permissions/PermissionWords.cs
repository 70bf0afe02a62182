using Kosmo.Output;

namespace Kosmo.Permissions;

/// <summary>The words for permissions.</summary>
internal static class PermissionWords
{
    public static IReadOnlyList<string> All { get; } = ["allow", "ask", "deny"];

    public static string Word(this Permission permission) => permission switch
    {
        Permission.Allow => "allow",
        Permission.Ask => "ask",
        _ => "deny",
    };

    public static Permission? Parse(string? word) => word switch
    {
        "allow" => Permission.Allow,
        "ask" => Permission.Ask,
        "deny" => Permission.Deny,
        _ => null,
    };

    /// <exception cref="KosmoException">The word is none of the three.</exception>
    public static Permission ParseSetting(string operation, string? word) => Parse(word)
        ?? throw new KosmoException("permission", $"Invalid permission '{operation}:{PlainText.OneLine(word ?? "")}'. Use read/write with allow, ask, or deny.");
}
