using Kosmo.Output;

namespace Kosmo.Accounts;

/// <summary>Looks for files of configuration. One that is there and cannot be read is an error: it may hold credentials, or forbid what would be done without it.</summary>
internal static class ConfigurationFile
{
    // What the system answers where there is nothing of the name.
    private const FileAttributes Absent = (FileAttributes)(-1);

    /// <summary>Whether there is such a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="code">The kind of error, where there is one.</param>
    /// <exception cref="KosmoException">Something else has its name, or the way to it is barred.</exception>
    public static bool Exists(string path, string code)
    {
        // Asked, and no exception caught where there is none: that would cost more than all the rest of a start.
        FileAttributes attributes;
        try
        {
            attributes = new FileInfo(path).Attributes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KosmoException(code, $"{path} cannot be reached: {error.Message.TrimEnd('.')}. See to it that you can enter the folders above it and read it.");
        }

        if (attributes != Absent)
        {
            return (attributes & FileAttributes.Directory) == 0
                ? true
                : throw new KosmoException(code, $"{path} is a folder, and should be a file. Move it away.");
        }

        var folder = Path.GetDirectoryName(path)!;
        return File.Exists(folder) ? throw new KosmoException(code, $"{folder} is a file, and should be the folder of {Path.GetFileName(path)}. Move it away.") : false;
    }
}
