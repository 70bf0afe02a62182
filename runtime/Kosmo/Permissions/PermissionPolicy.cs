using Kosmo.Accounts;
using Missive.Codegen.Runtime;

namespace Kosmo.Permissions;

/// <summary>What is allowed in a run: the stricter of what the user and the project say.</summary>
/// <param name="Read">Of functions that read.</param>
/// <param name="Write">Of functions that write.</param>
/// <param name="ProjectFile">The project's file.</param>
internal sealed record PermissionPolicy(Permission Read, Permission Write, ProjectFile ProjectFile)
{
    /// <summary>The policy that holds.</summary>
    /// <param name="configuration">The user's word; where it says nothing, reads are allowed and writes ask.</param>
    /// <param name="project">The project's word: it can forbid, but not allow.</param>
    /// <param name="isEmulated">Whether calls go to the stand-in, where nothing real can be touched.</param>
    public static PermissionPolicy Of(Configuration configuration, ProjectFile project, bool isEmulated) => new(
        Stricter(configuration.PermissionOf(ToolOperation.Read) ?? Permission.Allow, project.PermissionOf(ToolOperation.Read)),
        Stricter(
            configuration.PermissionOf(ToolOperation.Write) ?? (isEmulated ? Permission.Allow : Permission.Ask),
            project.PermissionOf(ToolOperation.Write)),
        project);

    public Permission For(ToolOperation operation) => operation == ToolOperation.Read ? Read : Write;

    /// <summary>The project's file, where its word is the one that counts; null where the user's own does.</summary>
    public string? FileThatRestricts(ToolOperation operation) => ProjectFile.PermissionOf(operation) == For(operation) ? ProjectFile.FilePath : null;

    private static Permission Stricter(Permission user, Permission? project) => project > user ? project.Value : user;
}
