using Kosmo.Arguments;
using Kosmo.Output;

namespace Kosmo.Lua;

/// <summary>The code of a run.</summary>
/// <param name="Code">The code.</param>
/// <param name="ChunkName">Where it comes from, as Lua writes it into its messages.</param>
internal sealed record ScriptSource(string Code, string ChunkName)
{
    // A longer text is not to be read again in a message.
    private const int LongestShown = 200;

    // Of a folder with more, nobody waits for a guess.
    private const int MostFiles = 1000;

    /// <summary>Finds the code: given in the command line, in a file, or piped in.</summary>
    /// <param name="terminal">Where standard input is.</param>
    /// <param name="code">Code from the command line; null or empty for none.</param>
    /// <param name="file">A file; <c>-</c> for standard input, null for none.</param>
    /// <exception cref="KosmoException">There is no code, or the file cannot be read.</exception>
    public static ScriptSource Find(Terminal terminal, string? code, string? file)
    {
        if (!string.IsNullOrWhiteSpace(code))
        {
            return file is null
                ? new(code, "eval")
                : throw new UsageException("Both a file and --eval were given, and it is not clear which to run. Leave one of them out.");
        }

        var piped = file switch
        {
            null => terminal.ReadPipedInput(),
            "-" => Terminal.ReadAllInput(),
            _ => null,
        };
        if (piped is not null)
        {
            return new(WithoutFirstComment(piped), "stdin");
        }

        return file is null or "-"
            ? throw new UsageException("Provide a Lua file, --eval code, or pipe Lua code on stdin.", "kosmo integrations:lua --help")
            : new(WithoutFirstComment(Read(file)), file);
    }

    private static string Read(string file)
    {
        try
        {
            return Utf8Text.Read(File.ReadAllBytes(file))
                ?? throw new KosmoException("file", $"{PlainText.OneLine(file)} is not UTF-8 text. Save it as UTF-8; compiled Lua is not run.");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NotFound(file);
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(file))
        {
            throw new KosmoException("file", $"{PlainText.OneLine(file)} is a folder, and a Lua file was expected.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KosmoException("file", $"{PlainText.OneLine(file)} cannot be read: {error.Message}");
        }
    }

    // Code in the place of a file has brackets or blanks, which names of scripts rarely have.
    private static KosmoException NotFound(string file)
    {
        var message = $"Lua file not found: {PlainText.OneLine(file)}.";
        if (file.Length <= LongestShown && file.AsSpan().ContainsAny("( =\n"))
        {
            return new KosmoException("file", $"{message} Code is given with --eval.", $"{CommandText.Program} integrations:lua --eval {CommandText.Word(file)}");
        }

        var folder = Path.GetDirectoryName(file) is { Length: > 0 } named ? named : ".";
        return new KosmoException(
            "file", message + (Directory.Exists(folder) ? NearMiss.Question(Path.GetFileName(file), Directory.EnumerateFiles(folder).Take(MostFiles).Select(Path.GetFileName)!) : ""));
    }

    // A first line such as #!/usr/bin/env is for the shell. As a comment it keeps the numbers of the lines right.
    private static string WithoutFirstComment(string code) => code.StartsWith('#') ? $"--{code}" : code;
}
