using Kosmo.CommandLine.Syntax;
using Kosmo.Completion;

namespace Kosmo.Accounts;

/// <summary>The option that names an account, the same in every command.</summary>
internal static class AccountNameOption
{
    public static TextOption Create(string description = "The account; left out, the default one.")
        => new("--account", "name", description) { Completions = KnownNames.Accounts, IsNeverBlank = true };
}
