using System.Security.Cryptography;
using System.Text;
using Missive.Codegen.Emit;

namespace Missive.Codegen.Cli;

/// <summary>
/// What the last run left behind, outside of the output folder: the hash of every input and of every file as it was
/// written, in one text. A run that finds the same text again has nothing to do, and need not render to know it.
/// </summary>
/// <remarks>
/// Nothing but speed, and the words for a file that cannot carry a hash itself, depends on it. It never vouches for a
/// file that was not looked at: the text is made anew from the disk and compared as a whole, so that one that was
/// damaged, made by another version or for another folder is ignored.
/// </remarks>
internal sealed class Memory
{
    /// <summary>Names another folder for it; <c>off</c> means none.</summary>
    public const string Variable = "MISSIVE_CODEGEN_MEMORY";

    private const string WithWarnings = "with warnings\n";

    private readonly string? _path;
    private readonly string _text;
    private readonly Lazy<string> _inputs;
    private readonly Lazy<LastRun> _lastRun;

    private Memory(string? path, string text, Inputs inputs, Func<string, byte[]?> read)
    {
        _path = path;
        _text = text;
        _inputs = new(() => Describe(inputs));
        _lastRun = new(() => LastRun.Read(text.StartsWith(WithWarnings, StringComparison.Ordinal) ? text[WithWarnings.Length..] : text, _inputs.Value, read));
    }

    /// <summary>What was remembered of the output folder.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="inputs">The inputs of this run.</param>
    /// <param name="read">Gives the content of a file of the output folder, or null when there is none.</param>
    public static Memory Of(string folder, Inputs inputs, Func<string, byte[]?> read)
    {
        if (Home() is not { } home)
        {
            return new(null, "", inputs, read);
        }

        var path = Path.Combine(home, FolderKey.Of(folder) + ".txt");
        try
        {
            return new(path, File.Exists(path) ? File.ReadAllText(path) : "", inputs, read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, "", inputs, read);
        }
    }

    /// <summary>Whether the last run had these inputs, and all that was made of them stands as it was written.</summary>
    /// <param name="owned">The paths of all files that are ours, sorted.</param>
    /// <param name="read">Gives a file's content, or null when there is none.</param>
    public bool Holds(IEnumerable<string> owned, Func<string, byte[]?> read)
    {
        if (_text.Length == 0)
        {
            return false;
        }

        // What is missing shows soonest.
        var outputs = new StringBuilder(_text.Length);
        foreach (var path in owned)
        {
            if (read(path) is not { } bytes)
            {
                return false;
            }

            Describe(path, HashOf(bytes), outputs);
        }

        return new StringBuilder(_inputs.Value, _text.Length).Append(outputs).Equals(_text);
    }

    /// <summary>Whether a file that cannot say it itself was changed by hand after it was written; null when that cannot be known.</summary>
    public bool? WasEdited(string path, byte[] bytes) => _lastRun.Value.WasEdited(path, HashOf(bytes));

    /// <summary>Remembers a run that wrote all of its files.</summary>
    /// <param name="outputs">Every file, sorted by path.</param>
    /// <param name="isClean">Whether the run had nothing to say of the manifest; else the next one has to say it again.</param>
    public void Save(IEnumerable<Outcome> outputs, bool isClean)
    {
        if (_path is null)
        {
            return;
        }

        var text = new StringBuilder(isClean ? "" : WithWarnings).Append(_inputs.Value);
        foreach (var output in outputs)
        {
            Describe(output.Path, output.Hash, text);
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.WriteAllText(_path, text.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run takes longer.
        }
    }

    /// <summary>The hash of a file's content.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string? Home()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
        {
            return named == "off" ? null : named;
        }

        // The user's own folder: in a shared one, others could plant a file.
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return home.Length == 0 ? null : Path.Combine(home, "missive-codegen");
    }

    private static string Describe(Inputs inputs)
    {
        var text = new StringBuilder();

        // Two builds of one source are one engine: the module's id is made of its content.
        text.Append(LastRun.Engine).Append(typeof(Memory).Module.ModuleVersionId).Append(' ').Append(typeof(ManifestRenderer).Module.ModuleVersionId).Append('\n');
        foreach (var file in inputs.Manifest)
        {
            text.Append(LastRun.Manifest).Append(file.Hash).Append(' ').Append(file.Path).Append('\n');
        }

        foreach (var template in inputs.Templates)
        {
            text.Append(LastRun.Template).Append(HashOf(Encoding.UTF8.GetBytes(template.Text))).Append(' ').Append(template.Name).Append('\n');
        }

        return text.ToString();
    }

    private static void Describe(string path, string hash, StringBuilder text) => text.Append(LastRun.Output).Append(hash).Append(' ').Append(path).Append('\n');
}
