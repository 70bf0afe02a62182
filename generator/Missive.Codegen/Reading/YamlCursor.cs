using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Missive.Codegen.Reading;

/// <summary>
/// Walks the events of one YAML document, with the limits that a file from a stranger needs.
/// Events and not a document tree: a tree overflows the stack on deep nesting and grows faster than its text.
/// </summary>
/// <remarks>
/// Where the file becomes unreadable, the cursor reports why and stands at the end from then on, so that
/// everything that was read before is kept. What is reported afterwards, such as missing keys, is dropped.
/// </remarks>
internal sealed class YamlCursor
{
    public const int MaxDepth = 64;

    private static readonly ParsingEvent End = new StreamEnd();

    /// <summary>What the library counts as the end of a line.</summary>
    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    private readonly Parser _parser;
    private readonly string _text;
    private int _depth;

    public YamlCursor(string text, DiagnosticSink sink)
    {
        _parser = new Parser(new StringReader(text));
        _text = text;
        Sink = sink;
    }

    public DiagnosticSink Sink { get; }

    /// <summary>The event at hand; the end of the file once it turned out unreadable.</summary>
    public ParsingEvent Current { get; private set; } = End;

    /// <summary>Whether the file turned out unreadable.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Where the event at hand stands.</summary>
    public SourceSpan Span => ToSpan(Current.Start, Current.End);

    /// <summary>Goes to the first node of the only document.</summary>
    /// <returns>False when the file holds nothing that can be read.</returns>
    public bool Start()
    {
        Advance();
        Advance();
        if (Current is StreamEnd)
        {
            return false;
        }

        Advance();
        return Current is not (StreamEnd or Scalar { Value.Length: 0, Style: ScalarStyle.Plain });
    }

    /// <summary>Makes sure that nothing follows the document.</summary>
    public void Finish()
    {
        Advance();
        if (Current is not StreamEnd)
        {
            Fail(DiagnosticRules.EmptyFile, Span, "A manifest file holds one YAML document; move what follows here into a file of its own.");
        }
    }

    /// <summary>Goes to the next event.</summary>
    public void Advance()
    {
        if (HasFailed || Sink.IsFull)
        {
            HasFailed = true;
            Current = End;
            return;
        }

        try
        {
            if (_parser.MoveNext())
            {
                Current = _parser.Current!;
            }
            else
            {
                Fail(DiagnosticRules.InvalidYaml, Span, "The YAML ends in the middle of a value.");
            }
        }
        catch (YamlException e)
        {
            var error = YamlError.From(e, _text);
            Fail(DiagnosticRules.InvalidYaml, error.Span ?? ToSpan(e.Start, e.Start), error.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The YAML library leaks such exceptions on some broken documents, and what they say is about itself; a file must never end the compiler.
            Fail(DiagnosticRules.InvalidYaml, Span, "The YAML cannot be read behind this place. Most often a bracket that opens here is not closed, or a ' #' begins a comment in the middle of a text.");
        }

        Restrict();
    }

    /// <summary>Gives the rest of the file up.</summary>
    public void Fail(DiagnosticRule rule, SourceSpan span, string message)
    {
        Sink.Report(rule, span, message);
        Sink.Close();
        HasFailed = true;
        Current = End;
    }

    /// <summary>Passes over the node at hand, whatever it is.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            depth += Current.NestingIncrease;
            Advance();
        }
        while (depth > 0 && !HasFailed);
    }

    /// <summary>What stands behind the text at hand where YAML begins a comment that was hardly meant as one, such as <c>#12</c>; else null.</summary>
    public string? FindLostEnd()
    {
        if (Current is not Scalar { Style: ScalarStyle.Plain } scalar)
        {
            return null;
        }

        var start = (int)scalar.End.Index;
        while (start < _text.Length && _text[start] == ' ')
        {
            start++;
        }

        // Who comments writes a blank behind the sign.
        if (start + 1 >= _text.Length || _text[start] != '#' || _text[start + 1] is '#' or <= ' ')
        {
            return null;
        }

        var end = _text.IndexOfAny(LineEnds, start);
        return _text.Substring(start, (end < 0 ? _text.Length : end) - start);
    }

    /// <summary>Walks a mapping; <paramref name="read"/> has to consume the value of each key, which the cursor stands on.</summary>
    /// <returns>Where the mapping begins.</returns>
    public SourceSpan ReadMapping(Action<string, SourceSpan> read)
    {
        var start = Span;
        Advance();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!HasFailed && Current is not MappingEnd)
        {
            var keySpan = Span;
            if (Current is not Scalar key)
            {
                Sink.Report(DiagnosticRules.WrongKind, keySpan, "A key has to be plain text, not a list or a mapping.");
                Skip();
                Skip();
                continue;
            }

            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                Fail(DiagnosticRules.UnsupportedYaml, keySpan, "Merge keys (<<) are not supported; write the keys out.");
                continue;
            }

            Advance();
            if (HasFailed)
            {
                continue;
            }

            if (seen.TryGetValue(key.Value, out var line))
            {
                Sink.Report(
                    DiagnosticRules.DuplicateKey, keySpan,
                    $"The key '{MessageText.Shorten(key.Value)}' stands here a second time, after line {line}; remove one of the two.");
                Skip();
                continue;
            }

            seen.Add(key.Value, keySpan.Line);
            read(key.Value, keySpan);
        }

        Advance();
        return start;
    }

    /// <summary>Walks a sequence; <paramref name="read"/> has to consume the item that the cursor stands on.</summary>
    public void ReadSequence(Action read)
    {
        Advance();
        while (!HasFailed && Current is not SequenceEnd)
        {
            read();
        }

        Advance();
    }

    /// <summary>Reports that the node at hand is of the wrong kind, and passes over it.</summary>
    public void Refuse(string expected)
    {
        Sink.Report(DiagnosticRules.WrongKind, Span, $"Expected {expected}, found {Describe(Current)}.");
        Skip();
    }

    private SourceSpan ToSpan(Mark start, Mark end)
    {
        if (start.Index >= _text.Length && _text.Length > 0 && !LineEnds.Contains(_text[_text.Length - 1]))
        {
            // The library reads a line end behind the last line even when there is none, and may stand behind that.
            var line = start.Column == 1 && start.Line > 1 ? (int)start.Line - 1 : (int)start.Line;
            var column = _text.Length - _text.LastIndexOfAny(LineEnds);
            return new(line, column, line, column);
        }

        // A block value ends where the next token begins; a message should underline its first line only.
        var oneLine = end.Line == start.Line;
        return new((int)start.Line, (int)start.Column, (int)start.Line, (int)(oneLine ? end.Column : start.Column + 1));
    }

    private static string Describe(ParsingEvent node) => node switch
    {
        MappingStart => "a mapping",
        SequenceStart => "a list",
        Scalar { Value.Length: 0 } => "nothing",
        Scalar { Style: not ScalarStyle.Plain } quoted => $"the text '{MessageText.Shorten(quoted.Value)}'",
        Scalar scalar => $"'{MessageText.Shorten(scalar.Value)}'",
        _ => "the end of the document",
    };

    /// <summary>Refuses what YAML can do and a manifest must not.</summary>
    private void Restrict()
    {
        switch (Current)
        {
            case AnchorAlias:
                Fail(DiagnosticRules.UnsupportedYaml, Span, "Aliases (*name) are not supported; write the value out.");
                break;
            case NodeEvent { Anchor.IsEmpty: false }:
                Fail(DiagnosticRules.UnsupportedYaml, Span, "Anchors (&name) are not supported; write the value out where it is used.");
                break;
            case NodeEvent { Tag.IsEmpty: false }:
                Fail(DiagnosticRules.UnsupportedYaml, Span, "Tags (!name) are not supported; write a plain value.");
                break;
            case MappingStart or SequenceStart when ++_depth > MaxDepth:
                Fail(DiagnosticRules.TooDeep, Span, $"This is nested more than {MaxDepth} levels deep, which no manifest needs; look for a bracket or an indentation too many.");
                break;
            case MappingEnd or SequenceEnd:
                _depth--;
                break;
        }
    }
}
