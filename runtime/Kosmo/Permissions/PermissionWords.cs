using Missive.Codegen.Runtime;

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

    public static ToolOperation? ParseOperation(string word) => word switch
    {
        "read" => ToolOperation.Read,
        "write" => ToolOperation.Write,
        _ => null,
    };
}
