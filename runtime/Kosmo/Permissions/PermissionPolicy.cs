using Kosmo.Accounts;
using Missive.Codegen.Runtime;

namespace Kosmo.Permissions;

/// <summary>What is allowed in a run: the stricter of what the user and the project say.</summary>
/// <param name="userRead">What the user says of functions that read.</param>
/// <param name="userWrite">What the user says of functions that write.</param>
/// <param name="project">The project's word: it can forbid, but not allow.</param>
internal sealed class PermissionPolicy(Permission userRead, Permission userWrite, ProjectFile project)
{
    public Permission Read => For(ToolOperation.Read);

    public Permission Write => For(ToolOperation.Write);

    /// <summary>The policy that holds.</summary>
    /// <param name="configuration">The user's word; where it says nothing, reads are allowed and writes ask.</param>
    /// <param name="project">The project's word.</param>
    /// <param name="isEmulated">Whether calls go to the stand-in, where nothing real can be touched.</param>
    public static PermissionPolicy Of(Configuration configuration, ProjectFile project, bool isEmulated) => new(
        configuration.PermissionOf(ToolOperation.Read) ?? Permission.Allow,
        configuration.PermissionOf(ToolOperation.Write) ?? (isEmulated ? Permission.Allow : Permission.Ask),
        project);

    public Permission For(ToolOperation operation) => IsRestricted(operation) ? project.PermissionOf(operation)!.Value : UserFor(operation);

    /// <summary>The project's file, where its word is the one that counts; null where the user's own does.</summary>
    public string? FileThatRestricts(ToolOperation operation) => IsRestricted(operation) ? project.FilePath : null;

    private bool IsRestricted(ToolOperation operation) => project.PermissionOf(operation) > UserFor(operation);

    private Permission UserFor(ToolOperation operation) => operation == ToolOperation.Read ? userRead : userWrite;
}
