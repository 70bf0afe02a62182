using System.Globalization;
using System.Text;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.Reading;

/// <summary>Reads one manifest file. Never throws for what a file holds: every problem is a diagnostic.</summary>
public static class ManifestReader
{
    /// <summary>The largest file, in bytes of UTF-8.</summary>
    public const int MaxFileSize = 1_000_000;

    /// <summary>The beginning of a line at which git leaves two versions.</summary>
    private const string ConflictMark = "<<<<<<< ";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file from its bytes.</summary>
    /// <param name="path">The path below the manifest's folder, with <c>/</c>; it decides what the file is.</param>
    /// <param name="bytes">The whole file, UTF-8 with or without byte order mark.</param>
    public static ReadFile Read(string path, byte[] bytes)
    {
        if (bytes.Length > MaxFileSize)
        {
            return Unreadable(path, TooLarge(path));
        }

        try
        {
            return Read(path, StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            var before = Encoding.UTF8.GetString(bytes, 0, Math.Min(Math.Max(e.Index, 0), bytes.Length)).TrimStart('\uFEFF');
            return Unreadable(path, NotUtf8(path, SpanOf(before, before.Length)));
        }
    }

    /// <summary>Reads a file from its text.</summary>
    /// <param name="path">The path below the manifest's folder, with <c>/</c>; it decides what the file is.</param>
    /// <param name="text">The whole text, with line ends of any kind.</param>
    public static ReadFile Read(string path, string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxFileSize)
        {
            return Unreadable(path, TooLarge(path));
        }

        text = text.TrimStart('\uFEFF');
        var (place, held) = (FileKinds.Of(path), FileKinds.OfContent(text));
        if (place == FileKind.Unknown || (held != FileKind.Unknown && held != place))
        {
            return Misplaced(path, held);
        }

        var content = Create(path, place)!;
        if ((FindConflict(path, text) ?? FindForbidden(path, text)) is { } forbidden)
        {
            return Unreadable(path, forbidden);
        }

        var sink = new DiagnosticSink(path);
        content.IsComplete = TryRead(content, text, sink);
        return new(path, Keep(content), sink.Diagnostics);
    }

    private static bool TryRead(ManifestFile content, string text, DiagnosticSink sink)
    {
        var yaml = new YamlCursor(text, sink);
        if (!yaml.Start())
        {
            if (!yaml.HasFailed)
            {
                sink.Report(DiagnosticRules.EmptyFile, SourceSpan.FileStart, "The file is empty; remove it or fill it.");
            }

            return false;
        }

        var read = content switch
        {
            RootFile root => ManifestFormat.Root.TryReadInto(yaml, root),
            FunctionFile functions => ManifestFormat.Functions.TryReadInto(yaml, functions),
            TypeFile types => ManifestFormat.Types.TryReadInto(yaml, types),
            _ => ManifestFormat.Guide.TryReadInto(yaml, (GuideFile)content),
        };
        yaml.Finish();

        // A list that could not be read at all leaves nothing behind that would tell what is missing.
        var isLost = sink.ErrorCount > 0 && content is (FunctionFile { Functions.Count: 0 } or TypeFile { Types.Count: 0 });
        return read && !isLost && !yaml.HasFailed;
    }

    private static ManifestFile? Create(string path, FileKind kind) => kind switch
    {
        FileKind.Root => new RootFile { Path = path },
        FileKind.Functions => new FunctionFile { Path = path },
        FileKind.Types => new TypeFile { Path = path },
        FileKind.Guide => new GuideFile { Path = path },
        _ => null,
    };

    /// <summary>What the other files can be checked against: no root without its names and groups, no function file without a group.</summary>
    private static ManifestFile? Keep(ManifestFile content)
    {
        switch (content)
        {
            case RootFile root:
                return root is { IsComplete: true, Name.Length: > 0, Groups.Count: > 0, CSharp: { Namespace.Length: > 0, Client.Length: > 0 } } ? root : null;
            case FunctionFile { Group.Length: 0 } functions:
                (functions.Group, functions.GroupSpan) = (FileKinds.NameOf(functions.Path), SourceSpan.FileStart);
                return functions;
            default:
                return content;
        }
    }

    private static ReadFile Unreadable(string path, ManifestDiagnostic diagnostic)
    {
        var content = Create(path, FileKinds.Of(path));
        content?.IsComplete = false;
        return new(path, content is null ? null : Keep(content), [diagnostic]);
    }

    private static ManifestDiagnostic TooLarge(string path) => ManifestDiagnostic.At(
        DiagnosticRules.FileTooLarge, path, SourceSpan.FileStart,
        $"A manifest file may have {MaxFileSize.ToString("N0", CultureInfo.InvariantCulture)} bytes, and this one has more; split it by group or topic.");

    private static ManifestDiagnostic NotUtf8(string path, SourceSpan span) => ManifestDiagnostic.At(
        DiagnosticRules.NotUtf8, path, span, "The file is not UTF-8 from here on; save it as UTF-8.");

    /// <summary>What it holds is missed elsewhere, and one message is enough: the others learn that they do not know all.</summary>
    private static ReadFile Misplaced(string path, FileKind held)
    {
        var content = held == FileKind.Root ? null : Create(path, held);
        if (content is not null)
        {
            content.IsComplete = false;
            content.IsMisplaced = true;
        }

        var advice = held switch
        {
            _ when FileKinds.HasWrongExtension(path) => "Rename it to end in '.yaml'.",
            FileKind.Functions => "It holds functions, which stand in functions/<group>.yaml; move it there.",
            FileKind.Types => "It holds types, which stand in types/<topic>.yaml; move it there.",
            FileKind.Guide => "It holds the guide, which stands in guide.yaml; move it there.",
            FileKind.Root => "It is a root file, which stands beside the folders functions and types; move it there.",
            _ => "Functions stand in functions/<group>.yaml, types in types/<topic>.yaml, the guide in guide.yaml, the rest in one file beside them.",
        };
        var name = PatternShape.IsSnakeCase(FileKinds.NameOf(path)) ? "" : " Its name has to be snake_case.";
        return new(path, content, [ManifestDiagnostic.At(
            DiagnosticRules.MisplacedFile, path, SourceSpan.FileStart, $"'{path}' is not where the manifest reads such a file. {advice}{name}")]);
    }

    /// <summary>The first mark that a merge left, as a problem; null when there is none. What YAML makes of the lines is of no help.</summary>
    private static ManifestDiagnostic? FindConflict(string path, string text)
    {
        int? mark = text.StartsWith(ConflictMark, StringComparison.Ordinal) ? 0
            : text.IndexOf('\n' + ConflictMark, StringComparison.Ordinal) is >= 0 and var lineEnd ? lineEnd + 1
            : null;
        return mark is not { } index
            ? null
            : ManifestDiagnostic.At(DiagnosticRules.InvalidYaml, path, SpanOf(text, index), "A merge left its marks here; decide what is to stay, and remove the lines with <<<<<<<, ======= and >>>>>>>.");
    }

    /// <summary>The first character that no YAML file holds, as a problem; null when there is none.</summary>
    private static ManifestDiagnostic? FindForbidden(string path, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\t' or '\n' or '\r' or (>= ' ' and <= '~') or '\u0085' or (>= '\u00A0' and < '\uD800') or (>= '\uE000' and < '\uFFFD'):
                    continue;
                case >= '\uD800' and <= '\uDBFF' when i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    i++;
                    continue;
                case '\0':
                    return ManifestDiagnostic.At(
                        DiagnosticRules.NotUtf8, path, SpanOf(text, i), "The file has a NUL character here, as UTF-16 and binary files do; save it as UTF-8 text.");
                case '\uFFFD':
                    // What decoded the file for us may have put this character in place of bytes that are not UTF-8.
                    return ManifestDiagnostic.At(
                        DiagnosticRules.NotUtf8, path, SpanOf(text, i), "The file is not UTF-8 here, or lost a character (U+FFFD) when it was converted; mend the text and save it as UTF-8.");
                case var other:
                    return ManifestDiagnostic.At(
                        DiagnosticRules.InvalidYaml, path, SpanOf(text, i),
                        $"The character U+{((int)other).ToString("X4", CultureInfo.InvariantCulture)} is not allowed in YAML; remove it.");
            }
        }

        return null;
    }

    private static SourceSpan SpanOf(string text, int index)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < index; i++)
        {
            // The line ends of YAML's reader and of the compiler, so that all places of a file are counted alike.
            if (text[i] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        var column = index - lineStart + 1;
        return new(line, column, line, column + 1);
    }
}
