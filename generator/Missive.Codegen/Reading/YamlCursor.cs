using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Missive.Codegen.Reading;

/// <summary>
/// Walks the events of one YAML document, with the limits that a file from a stranger needs.
/// Events and not a document tree: a tree overflows the stack on deep nesting and grows faster than its text.
/// </summary>
internal sealed class YamlCursor
{
    public const int MaxDepth = 64;

    private readonly Parser _parser;
    private int _depth;

    public YamlCursor(string text, DiagnosticSink sink)
    {
        _parser = new Parser(new StringReader(text));
        Sink = sink;
    }

    public DiagnosticSink Sink { get; }

    /// <summary>The event at hand.</summary>
    public ParsingEvent Current => _parser.Current!;

    /// <summary>Where the event at hand stands.</summary>
    public SourceSpan Span => ToSpan(Current.Start, Current.End);

    /// <summary>Goes to the first node of the only document.</summary>
    /// <returns>False when the file holds nothing.</returns>
    public bool Start()
    {
        Advance();
        Advance();
        if (Current is StreamEnd)
        {
            return false;
        }

        Advance();
        return Current is not Scalar { Value.Length: 0, Style: ScalarStyle.Plain };
    }

    /// <summary>Makes sure that nothing follows the document.</summary>
    public void Finish()
    {
        Advance();
        if (Current is not StreamEnd)
        {
            throw new UnreadableYamlException(DiagnosticRules.EmptyFile, Span, "A manifest file holds one YAML document; remove what follows '---'.");
        }
    }

    public void Advance()
    {
        if (!_parser.MoveNext())
        {
            throw new UnreadableYamlException(DiagnosticRules.InvalidYaml, SourceSpan.FileStart, "The YAML ends in the middle of a value.");
        }

        switch (Current)
        {
            case AnchorAlias:
                throw new UnreadableYamlException(DiagnosticRules.UnsupportedYaml, Span, "Aliases (*name) are not supported; write the value out.");
            case NodeEvent node:
                if (!node.Anchor.IsEmpty)
                {
                    throw new UnreadableYamlException(DiagnosticRules.UnsupportedYaml, Span, "Anchors (&name) are not supported; write the value out where it is used.");
                }

                if (!node.Tag.IsEmpty)
                {
                    throw new UnreadableYamlException(DiagnosticRules.UnsupportedYaml, Span, "Tags (!name) are not supported; write a plain value.");
                }

                break;
        }

        switch (Current)
        {
            case MappingStart or SequenceStart when ++_depth > MaxDepth:
                throw new UnreadableYamlException(DiagnosticRules.TooDeep, Span, $"Values may be nested {MaxDepth} levels deep.");
            case MappingEnd or SequenceEnd:
                _depth--;
                break;
        }
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
        while (depth > 0);
    }

    /// <summary>Walks a mapping; <paramref name="read"/> has to consume the value of each key, which the cursor stands on.</summary>
    /// <returns>Where the mapping begins.</returns>
    public SourceSpan ReadMapping(Action<string, SourceSpan> read)
    {
        var start = Span;
        Advance();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (Current is not MappingEnd)
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
                throw new UnreadableYamlException(DiagnosticRules.UnsupportedYaml, keySpan, "Merge keys (<<) are not supported; write the keys out.");
            }

            Advance();
            if (!seen.Add(key.Value))
            {
                Sink.Report(DiagnosticRules.DuplicateKey, keySpan, $"The key '{key.Value}' stands here a second time; remove one of the two.");
                Skip();
                continue;
            }

            read(key.Value, keySpan);
        }

        Advance();
        return start;
    }

    /// <summary>Walks a sequence; <paramref name="read"/> has to consume the item that the cursor stands on.</summary>
    public void ReadSequence(Action read)
    {
        Advance();
        while (Current is not SequenceEnd)
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

    public static SourceSpan ToSpan(Mark start, Mark end)
    {
        // A block value ends where the next token begins; a message should underline its first line only.
        var oneLine = end.Line == start.Line;
        return new((int)start.Line, (int)start.Column, (int)start.Line, (int)(oneLine ? end.Column : start.Column + 1));
    }

    private static string Describe(ParsingEvent node) => node switch
    {
        MappingStart => "a mapping",
        SequenceStart => "a list",
        Scalar { Value.Length: 0 } => "nothing",
        Scalar scalar => "'" + (scalar.Value.Length > 60 ? scalar.Value.Substring(0, 60) + "…" : scalar.Value).Replace("\n", "\\n") + "'",
        _ => "the end of the document",
    };
}
