using System.Text;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using YamlDotNet.Core;

namespace Missive.Codegen.Reading;

/// <summary>Reads one manifest file. Never throws for what a file holds: every problem is a diagnostic.</summary>
public static class ManifestReader
{
    /// <summary>The largest file, in bytes of UTF-8 or characters.</summary>
    public const int MaxFileSize = 1_000_000;

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
            return Unreadable(path, NotUtf8(path, SpanOfByte(bytes, e.Index)));
        }
    }

    /// <summary>Reads a file from its text.</summary>
    /// <param name="path">The path below the manifest's folder, with <c>/</c>; it decides what the file is.</param>
    /// <param name="text">The whole text, with line ends of any kind.</param>
    public static ReadFile Read(string path, string text)
    {
        if (text.Length > MaxFileSize)
        {
            return Unreadable(path, TooLarge(path));
        }

        // What decoded a file for us may have put this character in place of bytes that are not UTF-8.
        var replaced = text.IndexOf('\uFFFD');
        if (replaced >= 0)
        {
            return Unreadable(path, NotUtf8(path, SpanOfCharacter(text, replaced)));
        }

        ManifestFile? content = FileKinds.Of(path) switch
        {
            FileKind.Root => new RootFile { Path = path },
            FileKind.Functions => new FunctionFile { Path = path },
            FileKind.Types => new TypeFile { Path = path },
            FileKind.Guide => new GuideFile { Path = path },
            _ => null,
        };
        if (content is null)
        {
            return Unreadable(path, ManifestDiagnostic.At(
                DiagnosticRules.MisplacedFile, path, SourceSpan.FileStart,
                $"'{path}' is no manifest file. Functions stand in functions/<group>.yaml, types in types/<topic>.yaml, the guide in guide.yaml, the rest in one file beside them."));
        }

        var sink = new DiagnosticSink(path);
        var read = TryRead(content, text.TrimStart('\uFEFF'), sink);
        return new(path, read ? content : null, sink.Diagnostics);
    }

    private static bool TryRead(ManifestFile content, string text, DiagnosticSink sink)
    {
        try
        {
            var yaml = new YamlCursor(text, sink);
            if (!yaml.Start())
            {
                sink.Report(DiagnosticRules.EmptyFile, SourceSpan.FileStart, "The file is empty; remove it or fill it.");
                return false;
            }

            var read = content switch
            {
                RootFile root => ManifestFormat.Root.TryReadInto(yaml, root) && IsSupported(root, sink),
                FunctionFile functions => ManifestFormat.Functions.TryReadInto(yaml, functions),
                TypeFile types => ManifestFormat.Types.TryReadInto(yaml, types),
                _ => ManifestFormat.Guide.TryReadInto(yaml, (GuideFile)content),
            };
            yaml.Finish();
            return read;
        }
        catch (UnreadableYamlException e)
        {
            sink.Report(e.Rule, e.Span, e.Message);
        }
        catch (YamlException e)
        {
            sink.Report(DiagnosticRules.InvalidYaml, YamlCursor.ToSpan(e.Start, e.End), Explain(e, text));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The YAML library leaks such exceptions on some broken documents; a file must never end the compiler.
            sink.Report(DiagnosticRules.InvalidYaml, SourceSpan.FileStart, $"The YAML cannot be read: {e.Message}");
        }

        return true;
    }

    private static bool IsSupported(RootFile root, DiagnosticSink sink)
    {
        if (root.SchemaVersion is 0 or ManifestFormat.SchemaVersion)
        {
            return true;
        }

        sink.Report(
            DiagnosticRules.UnsupportedVersion, SourceSpan.FileStart,
            $"schema_version {root.SchemaVersion} is not supported by this version, which reads {ManifestFormat.SchemaVersion}. Update the tool, or see docs/manifest.md for the format.");
        return false;
    }

    private static string Explain(YamlException e, string text)
    {
        var message = e.InnerException?.Message ?? e.Message;
        var line = text.Split('\n').ElementAtOrDefault((int)e.Start.Line - 1) ?? "";
        return line.TrimStart(' ').StartsWith("\t", StringComparison.Ordinal)
            ? "YAML does not allow tabs for indentation; use blanks."
            : $"The YAML cannot be read: {message.TrimEnd('.')}. Check the indentation, quotes and brackets here and in the line above.";
    }

    private static ReadFile Unreadable(string path, ManifestDiagnostic diagnostic) => new(path, null, [diagnostic]);

    private static ManifestDiagnostic TooLarge(string path) => ManifestDiagnostic.At(
        DiagnosticRules.FileTooLarge, path, SourceSpan.FileStart, $"A manifest file may have {MaxFileSize} bytes; split this one by group or topic.");

    private static ManifestDiagnostic NotUtf8(string path, SourceSpan span) => ManifestDiagnostic.At(
        DiagnosticRules.NotUtf8, path, span, "The file is not UTF-8 from here on; save it as UTF-8.");

    private static SourceSpan SpanOfByte(byte[] bytes, int index)
    {
        var line = 1;
        var column = 1;
        for (var i = 0; i < index && i < bytes.Length; i++)
        {
            (line, column) = bytes[i] == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return new(line, column, line, column + 1);
    }

    private static SourceSpan SpanOfCharacter(string text, int index)
    {
        var before = text.Substring(0, index);
        var line = before.Count(c => c == '\n') + 1;
        var column = index - before.LastIndexOf('\n');
        return new(line, column, line, column + 1);
    }
}
