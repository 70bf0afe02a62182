using Kosmo.Permissions;

namespace Kosmo.Accounts;

/// <summary>What is configured, in a few facts.</summary>
/// <param name="IsEnabled">Whether it may be used at all.</param>
/// <param name="IsConfigured">Whether the default account has its credentials.</param>
/// <param name="NamedAccounts">The accounts beside the default one.</param>
/// <param name="Permissions">What is allowed.</param>
internal sealed record IntegrationState(
    bool IsEnabled, bool IsConfigured, IReadOnlyList<string> NamedAccounts, PermissionPolicy Permissions)
{
    public bool IsActive => IsEnabled && IsConfigured;

    /// <summary>The word for it.</summary>
    public string Status => IsActive ? "active" : IsConfigured ? "disabled" : "inactive";

    public IEnumerable<string> Accounts => [AccountName.Default, .. NamedAccounts];
}
