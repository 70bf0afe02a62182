using System.Text.RegularExpressions;

namespace Kosmo.Lua.Worker;

/// <summary>What is entered line by line.</summary>
internal static partial class ReplStatement
{
    /// <summary>
    /// The code without a <c>local</c> that it begins with. A local variable ends with its chunk, and here every line is
    /// one, but who enters a line of the guide wants to go on with its result.
    /// </summary>
    public static string WithLastingVariables(string code) => LeadingLocal().Replace(code, "$1", 1);

    [GeneratedRegex(@"^\s*local\s+(function\s|[A-Za-z_][A-Za-z0-9_]*(?:\s*,\s*[A-Za-z_][A-Za-z0-9_]*)*\s*=(?!=))")]
    private static partial Regex LeadingLocal();
}
