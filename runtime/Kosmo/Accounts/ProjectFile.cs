using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Output;
using Kosmo.Permissions;
using Missive.Codegen.Runtime;

namespace Kosmo.Accounts;

/// <summary>
/// What a project's own file says, <c>.kosmo/config.json</c>. It comes with other people's code, so that it can forbid but
/// never allow, and holds no credentials.
/// </summary>
internal sealed class ProjectFile
{
    private static readonly string RelativePath = Path.Combine(".kosmo", "config.json");

    private readonly Configuration _content;

    private ProjectFile(string path, Configuration content)
    {
        FilePath = path;
        _content = content;
    }

    /// <summary>Where the file is, or would be made: in the root of the repository, else in the folder at hand.</summary>
    public string FilePath { get; }

    public bool IsDisabled => !_content.IsEnabled;

    /// <summary>Finds the file of the project that the folder at hand belongs to.</summary>
    /// <exception cref="KosmoException">The folder is gone, or the file is refused as by <see cref="Find"/>.</exception>
    public static ProjectFile FindHere()
    {
        string folder;
        try
        {
            folder = Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            throw new KosmoException("project", "The current folder was removed, and with it what a project's file may forbid. Change into another folder.");
        }

        return Find(folder);
    }

    /// <summary>Finds the file of the project that a folder belongs to.</summary>
    /// <exception cref="KosmoException">The file cannot be understood, or holds what it must not hold.</exception>
    public static ProjectFile Find(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            var path = Path.Combine(directory.FullName, RelativePath);
            if (ConfigurationFile.Exists(path, "project"))
            {
                return new ProjectFile(path, Read(path));
            }

            // A .git is a file in a worktree.
            if (Path.Exists(Path.Combine(directory.FullName, ".git")))
            {
                return new ProjectFile(path, new Configuration([]));
            }
        }

        return new ProjectFile(Path.Combine(folder, RelativePath), new Configuration([]));
    }

    public Permission? PermissionOf(ToolOperation operation) => _content.PermissionOf(operation);

    /// <summary>Changes the file.</summary>
    /// <param name="change">Makes the changes.</param>
    public void Update(Action<Configuration> change)
    {
        change(_content);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            var temporary = $"{FilePath}.{Path.GetRandomFileName()}";
            File.WriteAllBytes(temporary, ConfigurationJson.Bytes(_content.Root));
            File.Move(temporary, FilePath, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KosmoException("project", $"{FilePath} cannot be written: {error.Message}");
        }
    }

    private static Configuration Read(string path)
    {
        try
        {
            if (ConfigurationJson.Parse(File.ReadAllBytes(path)) is not JsonObject root)
            {
                throw new KosmoException("project", $"{path} is not a JSON object. Mend or remove it.");
            }

            var content = new Configuration(root);

            // What is misspelt would be believed to forbid.
            if ((content.FindFault() ?? content.FindUnknown()) is { } fault)
            {
                throw new KosmoException("project", $"{path}: {fault}. Mend or remove it.");
            }

            return root["integrations"]?[Configuration.Provider]?["accounts"] is null
                ? content
                : throw new KosmoException("project", $"{path} holds accounts. Credentials are never taken from a project's file: remove them there, and replace the tokens if others have seen them.");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new KosmoException("project", $"{path} cannot be read as JSON. Mend or remove it.");
        }
    }
}
