namespace Kosmo.Permissions;

/// <summary>What was answered to the question whether a call may be made.</summary>
internal enum PermissionAnswer
{
    No,
    Yes,

    /// <summary>This call and all that follow in this run and do the same: read, or write.</summary>
    All,
}
