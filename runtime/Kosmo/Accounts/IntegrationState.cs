using Kosmo.Permissions;

namespace Kosmo.Accounts;

/// <summary>What is configured, in a few facts.</summary>
/// <param name="IsEnabled">Whether it may be used at all.</param>
/// <param name="IsConfigured">Whether the default account has its credentials.</param>
/// <param name="NamedAccounts">The accounts beside the default one.</param>
/// <param name="UsableAccounts">Those of them that have their credentials.</param>
/// <param name="Permissions">What is allowed.</param>
internal sealed record IntegrationState(
    bool IsEnabled, bool IsConfigured, IReadOnlyList<string> NamedAccounts, IReadOnlyList<string> UsableAccounts, PermissionPolicy Permissions)
{
    public bool IsActive => IsEnabled && IsConfigured;

    /// <summary>The word for it.</summary>
    public string Status => IsActive ? "active" : IsConfigured ? "disabled" : UsableAccounts.Count > 0 && IsEnabled ? "named accounts" : "inactive";

    /// <summary>How to use the accounts that there are, where the default one is none; null where nothing has to be said.</summary>
    public string? Advice => IsConfigured || UsableAccounts.Count == 0
        ? null
        : $"The default account has no access token. Name another with {AccountName.Options(UsableAccounts)}, or configure it: kosmo integrations:configure missive --set access_token=-";

    public IEnumerable<string> Accounts => [AccountName.Default, .. NamedAccounts];
}
