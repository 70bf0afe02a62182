using Missive.Codegen.Emit;

namespace Missive.Codegen.Cli;

/// <summary>A folder with the user's templates.</summary>
internal static class TemplateFolder
{
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
            .. Directory.EnumerateFiles(folder, "*.scriban", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => new TemplateSource(Path.GetRelativePath(folder, path).Replace('\\', '/'), path, File.ReadAllText(path))),
        ];
    }
}
