using System.Globalization;

namespace Missive.Codegen.Cli;

/// <summary>Names what belongs to an output folder but lies elsewhere.</summary>
internal static class FolderKey
{
    /// <summary>The one way to write the folder, whatever it was called.</summary>
    public static string FullPath(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>A name for the folder, the same in every run.</summary>
    public static string Of(string folder)
    {
        // FNV-1a: a name has to differ from others, not to be safe from forgery, and the hashes that are take time to load.
        var hash = 14695981039346656037UL;
        foreach (var c in FullPath(folder))
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
