using Missive.Codegen.Emit;

namespace Missive.Codegen.Cli;

/// <summary>A folder with the user's templates.</summary>
internal static class TemplateFolder
{
    /// <summary>Every file in it, for one that is no template would be passed over without a word; hidden ones apart.</summary>
    public static IReadOnlyList<TemplateSource> Read(string? folder)
    {
        if (folder is null)
        {
            return [];
        }

        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no template folder '{folder}'.");
        }

        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
                .Where(file => !IsHidden(file.Name))
                .Select(file => new TemplateSource(file.Name, file.Path, TextOf(file.Path))),
        ];
    }

    /// <summary>Editors and version control keep such files beside others, and nobody means a template by them.</summary>
    private static bool IsHidden(string name) => name.Split('/').Any(part => part.StartsWith('.'));

    /// <summary>A file that is no template is told by its name; what is in it may be anything.</summary>
    private static string TextOf(string path) => path.EndsWith(".scriban", StringComparison.Ordinal) ? File.ReadAllText(path) : "";
}
