using System.Runtime.CompilerServices;

namespace Missive.Codegen.Tests.Fixtures;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A path of the repository, given with <c>/</c>.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    public static string ReadText(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    private static string Find([CallerFilePath] string sourceFile = "")
    {
        for (var folder = Path.GetDirectoryName(sourceFile); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "global.json")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"No folder above {sourceFile} holds global.json.");
    }
}
