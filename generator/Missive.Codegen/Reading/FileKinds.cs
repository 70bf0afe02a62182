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

    public static FileKind Of(string path)
    {
        if (!path.EndsWith(".yaml", StringComparison.Ordinal))
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
}
