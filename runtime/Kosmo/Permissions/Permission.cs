namespace Kosmo.Permissions;

/// <summary>What becomes of a call. The later, the stricter.</summary>
internal enum Permission
{
    Allow,
    Ask,
    Deny,
}
