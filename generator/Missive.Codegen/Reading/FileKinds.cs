namespace Missive.Codegen.Reading;

/// <summary>What a manifest file holds.</summary>
internal enum FileKind
{
    Unknown,
    Root,
    Functions,
    Types,
    Guide,
}

/// <summary>Tells from its path what a manifest file holds.</summary>
internal static class FileKinds
{
    public const string Guide = "guide.yaml";

    private const string Extension = ".yaml";

    public static FileKind Of(string path)
    {
        // Generated files are named after these, and have to be sound names on every system.
        if (!path.EndsWith(Extension, StringComparison.Ordinal) || !PatternShape.IsSnakeCase(NameOf(path)))
        {
            return FileKind.Unknown;
        }

        var parts = path.Split('/');
        return parts.Length switch
        {
            1 when path == Guide => FileKind.Guide,
            1 => FileKind.Root,
            2 when parts[0] == "functions" => FileKind.Functions,
            2 when parts[0] == "types" => FileKind.Types,
            _ => FileKind.Unknown,
        };
    }

    public static bool HasWrongExtension(string path) => !path.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>What a file holds, by its first key; <see cref="FileKind.Unknown"/> when that does not tell.</summary>
    public static FileKind OfContent(string text) => FirstKey(text) switch
    {
        "group" or "functions" => FileKind.Functions,
        "types" => FileKind.Types,
        "introduction" or "sections" => FileKind.Guide,
        "title" when text.Contains("\nsections:") => FileKind.Guide,
        "schema_version" => FileKind.Root,
        _ => FileKind.Unknown,
    };

    private static string? FirstKey(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (text[start] is >= 'a' and <= 'z')
            {
                var colon = text.IndexOf(':', start, end - start);
                return colon < 0 ? null : text.Substring(start, colon - start);
            }

            if (text[start] is not ('#' or '-' or '%' or '\r' or '\n'))
            {
                return null;
            }

            start = end + 1;
        }

        return null;
    }

    /// <summary>The name of the file without folder and extension.</summary>
    public static string NameOf(string path)
    {
        var start = path.LastIndexOf('/') + 1;
        return path.Substring(start, Math.Max(0, path.Length - start - Extension.Length));
    }
}
