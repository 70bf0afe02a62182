namespace Missive.Codegen.Cli;

/// <summary>The last run as it is remembered, from which follows what somebody changed since.</summary>
internal sealed class LastRun
{
    /// <summary>How a line begins that tells the engine's version.</summary>
    public const string Engine = "engine ";

    /// <summary>How a line begins that tells a file of the manifest: hash and path follow.</summary>
    public const string Manifest = "manifest ";

    /// <summary>How a line begins that tells a template of the user's: hash and name follow.</summary>
    public const string Template = "template ";

    /// <summary>How a line begins that tells a file that was written: hash and path follow.</summary>
    public const string Output = "output ";

    /// <summary>How the line of the guide's manifest file ends.</summary>
    private const string Guide = " guide.yaml";

    private readonly Dictionary<string, string> _outputs = new(StringComparer.Ordinal);
    private readonly bool _hadTheseInputs;
    private readonly bool _hadTheseTexts;
    private readonly Lazy<List<string>> _otherwise;

    private LastRun(string inputs, IEnumerable<string> outputs, string inputsNow, Func<string, byte[]?> read)
    {
        foreach (var line in outputs)
        {
            if (line.Split(' ', 3) is [_, var hash, var path])
            {
                _outputs[path] = hash;
            }
        }

        _hadTheseInputs = inputs == inputsNow;
        _hadTheseTexts = !inputs.Contains('\n' + Template, StringComparison.Ordinal) && TextsOf(inputs).SequenceEqual(TextsOf(inputsNow));
        _otherwise = new(() => [.. _outputs.Where(o => !IsJson(o.Key) && !(read(o.Key) is { } bytes && Memory.HashOf(bytes) == o.Value)).Select(o => o.Key).Take(2)]);
    }

    /// <summary>Reads what was remembered. A text that is none tells of no file.</summary>
    /// <param name="text">The lines of the inputs, then those of the outputs.</param>
    /// <param name="inputsNow">The lines of the inputs of this run.</param>
    /// <param name="read">Gives the content of an output, or null when there is none.</param>
    public static LastRun Read(string text, string inputsNow, Func<string, byte[]?> read)
    {
        var end = text.IndexOf('\n' + Output, StringComparison.Ordinal) + 1;
        return new(text[..end], text[end..].Split('\n').Where(line => line.StartsWith(Output, StringComparison.Ordinal)), inputsNow, read);
    }

    /// <summary>Whether a file was changed by hand after it was written; null when that cannot be known.</summary>
    /// <remarks>
    /// With other inputs than the last run's, what differs may have come with them from another branch, as it was
    /// generated there. After a branch switch, a JSON or guide file never changes without another generated file
    /// changing, the prose of the guide apart. If it is the only one that differs, somebody edited it.
    /// </remarks>
    public bool? WasEdited(string path, string hash) =>
        !_outputs.TryGetValue(path, out var written) ? null
        : written == hash ? false
        : _hadTheseInputs || (_hadTheseTexts && _otherwise.Value.TrueForAll(other => other == path)) ? true
        : null;

    private static bool IsJson(string path) => path.EndsWith(".json", StringComparison.Ordinal);

    /// <summary>The inputs that JSON or the guide may show without any other file showing them: engine, templates, the guide's prose.</summary>
    private static IEnumerable<string> TextsOf(string inputs) =>
        inputs.Split('\n').Where(line => !line.StartsWith(Manifest, StringComparison.Ordinal) || line.EndsWith(Guide, StringComparison.Ordinal));
}
