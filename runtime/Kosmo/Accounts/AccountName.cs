using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>The names of accounts. <c>default</c> is the one that is meant when none is named; it is known as null.</summary>
internal static class AccountName
{
    public const string Default = "default";

    private const int MaxLength = 64;

    /// <summary>The name as it is shown and stored.</summary>
    public static string Show(string? account) => account ?? Default;

    /// <summary>A name as it was typed, in the form in which accounts are looked up.</summary>
    /// <returns>Null for the default account.</returns>
    public static string? Parse(string? name) => string.IsNullOrEmpty(name) || string.Equals(name, Default, StringComparison.Ordinal) ? null : name;

    /// <summary>The options that name accounts, one or the other.</summary>
    public static string Options(IEnumerable<string> names) => string.Join(" or ", names.Select(static name => $"--account={name}"));

    /// <summary>Refuses a name that an account cannot have.</summary>
    /// <exception cref="KosmoException">It cannot.</exception>
    public static void ThrowIfUnfit(string name)
    {
        if (FindFault(name) is { } fault)
        {
            throw new KosmoException("account_name", $"An account cannot be named '{PlainText.OneLine(name)}': {fault}");
        }
    }

    /// <summary>What is wrong with a name, as the end of a sentence; null when nothing is.</summary>
    public static string? FindFault(string name)
    {
        if (name.Length is 0 or > MaxLength || !char.IsAsciiLetter(name[0]) || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            return $"a name begins with a letter and has letters, digits, _ and -, at most {MaxLength} of them.";
        }

        if (string.Equals(name, Default, StringComparison.OrdinalIgnoreCase))
        {
            return "that is the account which is meant when none is named. Leave the name out.";
        }

        // In Lua both are looked up in one place: app.integrations.missive.<name>.
        return MissiveTools.Registry.TryGet(name, out _) ? "a function has that name, and Lua could not tell them apart." : null;
    }
}
