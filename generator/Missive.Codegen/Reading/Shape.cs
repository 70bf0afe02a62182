using System.Globalization;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using YamlDotNet.Core.Events;

namespace Missive.Codegen.Reading;

/// <summary>
/// One node of the manifest's format. A shape both reads itself from YAML and describes itself as JSON Schema, so that
/// what editors complete and what the reader accepts stand side by side. The patterns of texts are written beside their
/// checks by hand, and may let more pass.
/// </summary>
internal abstract class Shape<T>
{
    /// <summary>Reads the node at hand and moves past it; on failure reports why and returns false.</summary>
    public abstract bool TryRead(YamlCursor yaml, out T value);

    /// <summary>The JSON Schema of the node; named parts are put into <paramref name="definitions"/>.</summary>
    public abstract DataMap Describe(SchemaDefinitions definitions);
}

/// <summary>The named parts of the manifest's JSON Schema, in the order in which they are first met.</summary>
internal sealed class SchemaDefinitions
{
    private readonly List<DataEntry> _entries = [];

    public DataMap ToMap() => new(_entries.ToEquatableArray());

    /// <summary>A reference to the part <paramref name="name"/>, which <paramref name="describe"/> makes when it is new.</summary>
    public DataMap Refer(string name, Func<DataMap> describe)
    {
        if (!_entries.Exists(e => string.Equals(e.Name, name, StringComparison.Ordinal)))
        {
            var index = _entries.Count;
            _entries.Add(new(name, DataScalar.Null));
            _entries[index] = new(name, describe());
        }

        return Data.Map(("$ref", DataScalar.Of("#/$defs/" + name)));
    }
}

/// <summary>A text.</summary>
internal class TextShape : Shape<string>
{
    public static TextShape Any { get; } = new();

    public override bool TryRead(YamlCursor yaml, out string value)
    {
        value = "";
        var kind = yaml.Current is Scalar known ? Data.KindOf(known) : "";
        if (yaml.Current is not Scalar scalar || kind != "string" || string.IsNullOrWhiteSpace(scalar.Value))
        {
            yaml.Refuse(kind is "integer" or "number" or "boolean" ? "a text, in quotes" : "a text");
            return false;
        }

        var span = yaml.Span;
        value = scalar.Value.TrimEnd('\n');
        if (Check(ref value) is { } problem)
        {
            yaml.Sink.Report(DiagnosticRules.InvalidValue, span, problem);
            yaml.Advance();
            return false;
        }

        if (yaml.FindLostEnd() is { } lost)
        {
            yaml.Sink.Report(DiagnosticRules.CutText, span, $"The text ends before '{MessageText.Shorten(lost)}', where YAML begins a comment. Put the text in quotes, or a blank behind the '#' of a comment.");
        }

        yaml.Advance();
        return true;
    }

    public override DataMap Describe(SchemaDefinitions definitions) =>
        Data.Map(("type", DataScalar.Of("string")), ("pattern", DataScalar.Of("\\S")));

    /// <summary>What is wrong with the text, or null. May put an equal one in its place, for the model to keep.</summary>
    protected virtual string? Check(ref string text) => null;
}

/// <summary>A text of a given form.</summary>
internal sealed class PatternShape(string pattern, Func<string, bool> matches, string expected, int? maxLength = null) : TextShape
{
    /// <summary>Files and tools are named after functions and groups, and neither takes names of any length.</summary>
    private const int MaxNameLength = 80;

    /// <summary>A name as functions, parameters and fields have it.</summary>
    public static PatternShape SnakeCase { get; } = new(
        "^[a-z][a-z0-9]*(_[a-z0-9]+)*$", IsSnakeCase, "a name in snake_case: lower-case letters, digits and single underscores, starting with a letter", MaxNameLength);

    /// <summary>A name as types have it.</summary>
    public static PatternShape PascalCase { get; } = new(
        "^[A-Z][A-Za-z0-9]*$", IsPascalCase, "a name in PascalCase: letters and digits, starting with a capital", MaxNameLength);

    /// <summary>A C# namespace.</summary>
    public static PatternShape Namespace { get; } = new(
        "^[A-Z][A-Za-z0-9]*(\\.[A-Z][A-Za-z0-9]*)*$", text => text.Split('.').All(IsPascalCase), "a C# namespace such as Missive.Tools");

    /// <summary>An absolute http or https URL.</summary>
    public static PatternShape Url { get; } = new(
        "^https?://", IsUrl, "an absolute http or https URL");

    /// <summary>A Lua variable.</summary>
    public static PatternShape Variable { get; } = new(
        "^[a-z][a-z0-9]*(_[a-z0-9]+)*$", text => IsSnakeCase(text) && !Emit.Escaping.LuaText.IsKeyword(text), "a variable name in snake_case that is no Lua keyword");

    /// <summary>The name of an environment variable.</summary>
    public static PatternShape EnvironmentVariable { get; } = new(
        "^[A-Z][A-Z0-9_]*$", text => text[0] is >= 'A' and <= 'Z' && text.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'), "the name of an environment variable: capitals, digits and underscores");

    public override DataMap Describe(SchemaDefinitions definitions) => Data.Map(
        ("type", DataScalar.Of("string")),
        ("pattern", DataScalar.Of(pattern)),
        ("maxLength", maxLength is { } most ? DataScalar.Of(most) : null));

    protected override string? Check(ref string text) =>
        text.Length > maxLength ? $"'{MessageText.Shorten(text)}' is too long; a name has at most {maxLength} characters."
        : matches(text) ? null
        : $"'{MessageText.Shorten(text)}' is not {expected}.";

    public static bool IsSnakeCase(string text) =>
        text.Length > 0 && text[0] is >= 'a' and <= 'z' && text[text.Length - 1] != '_' && !text.Contains("__")
        && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');

    /// <summary>Most URLs are plain, and the class that knows all of them is slow to load.</summary>
    private static bool IsUrl(string text) =>
        IsPlainUrl(text) || ((text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal)) && Uri.TryCreate(text, UriKind.Absolute, out _));

    private static bool IsPlainUrl(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal) && text.Length > 8 && text[8] is >= 'a' and <= 'z' && !text.Contains("..")
        && text.Substring(8).All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '/');

    private static bool IsPascalCase(string text) =>
        text.Length > 0 && text[0] is >= 'A' and <= 'Z'
        && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
}

/// <summary>One of a few texts.</summary>
internal sealed class ChoiceShape(params string[] values) : TextShape
{
    public override DataMap Describe(SchemaDefinitions definitions) =>
        Data.Map(("enum", new DataList(values.Select(v => (DataValue)DataScalar.Of(v)).ToEquatableArray())));

    protected override string? Check(ref string text)
    {
        var index = Array.IndexOf(values, text);
        if (index < 0)
        {
            return $"'{MessageText.Shorten(text)}' is not allowed here.{NearMiss.Suggest(text, values)}";
        }

        // One for all: a large manifest says the same few words many times.
        text = values[index];
        return null;
    }
}

/// <summary>A whole number.</summary>
internal sealed class IntegerShape(long? least = null, long? most = null) : Shape<long>
{
    /// <summary>Any whole number.</summary>
    public static IntegerShape Any { get; } = new();

    /// <summary>A length or a number of things; no larger than code counts.</summary>
    public static IntegerShape Count { get; } = new(0, int.MaxValue);

    /// <summary>A number of things that makes no sense without a single one.</summary>
    public static IntegerShape Positive { get; } = new(1, int.MaxValue);

    public override bool TryRead(YamlCursor yaml, out long value)
    {
        value = 0;
        if (yaml.Current is not Scalar scalar || Data.KindOf(scalar) != "integer" || !long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            yaml.Refuse("a whole number of at most 18 digits");
            return false;
        }

        if (value < least || value > most)
        {
            yaml.Sink.Report(DiagnosticRules.InvalidValue, yaml.Span, FormattableString.Invariant($"{value} is not allowed here; {(value < least ? $"the least is {least}" : $"the most is {most}")}."));
            yaml.Advance();
            return false;
        }

        yaml.Advance();
        return true;
    }

    public override DataMap Describe(SchemaDefinitions definitions) =>
        Data.Map(
            ("type", DataScalar.Of("integer")),
            ("minimum", least is { } minimum ? DataScalar.Of(minimum) : null),
            ("maximum", most is { } maximum ? DataScalar.Of(maximum) : null));
}

/// <summary>A truth value.</summary>
internal sealed class BooleanShape : Shape<bool>
{
    public static BooleanShape Any { get; } = new();

    public override bool TryRead(YamlCursor yaml, out bool value)
    {
        if (yaml.Current is Scalar scalar && Data.KindOf(scalar) == "boolean")
        {
            value = scalar.Value is "true" or "True" or "TRUE";
            yaml.Advance();
            return true;
        }

        value = false;
        yaml.Refuse("true or false");
        return false;
    }

    public override DataMap Describe(SchemaDefinitions definitions) => Data.Map(("type", DataScalar.Of("boolean")));
}

/// <summary>What another shape reads, made into something else with its place.</summary>
internal sealed class MappedShape<TRaw, T>(Shape<TRaw> shape, Func<TRaw, SourceSpan, T> map) : Shape<T>
{
    public override bool TryRead(YamlCursor yaml, out T value)
    {
        var span = yaml.Span;
        var read = shape.TryRead(yaml, out var raw);
        value = read ? map(raw, span) : default!;
        return read;
    }

    public override DataMap Describe(SchemaDefinitions definitions) => shape.Describe(definitions);
}

/// <summary>One of two shapes, told apart by the kind of node.</summary>
internal sealed class EitherShape<T>(Func<ParsingEvent, bool> isFirst, Shape<T> first, Shape<T> second) : Shape<T>
{
    public override bool TryRead(YamlCursor yaml, out T value) =>
        isFirst(yaml.Current) ? first.TryRead(yaml, out value) : second.TryRead(yaml, out value);

    public override DataMap Describe(SchemaDefinitions definitions) =>
        Data.Map(("anyOf", Data.List(first.Describe(definitions), second.Describe(definitions))));
}

/// <summary>A list; items that cannot be read are left out, and reported.</summary>
internal sealed class ListShape<T>(Shape<T> item) : Shape<EquatableArray<T>>
{
    public override bool TryRead(YamlCursor yaml, out EquatableArray<T> value)
    {
        value = default;
        if (yaml.Current is not SequenceStart)
        {
            yaml.Refuse("a list");
            return false;
        }

        var items = new List<T>();
        yaml.ReadSequence(() =>
        {
            if (item.TryRead(yaml, out var read))
            {
                items.Add(read);
            }
        });
        value = items.ToEquatableArray();
        return true;
    }

    public override DataMap Describe(SchemaDefinitions definitions) =>
        Data.Map(("type", DataScalar.Of("array")), ("items", item.Describe(definitions)));
}

/// <summary>Any JSON value.</summary>
internal sealed class DataShape : Shape<DataValue>
{
    public static DataShape Any { get; } = new();

    public override bool TryRead(YamlCursor yaml, out DataValue value)
    {
        value = Read(yaml);
        return true;
    }

    public override DataMap Describe(SchemaDefinitions definitions) => new(default(EquatableArray<DataEntry>));

    private static DataValue Read(YamlCursor yaml)
    {
        var span = yaml.Span;
        switch (yaml.Current)
        {
            case SequenceStart:
                var items = new List<DataValue>();
                yaml.ReadSequence(() => items.Add(Read(yaml)));
                return new DataList(items.ToEquatableArray()) { Span = span };
            case MappingStart:
                var entries = new List<DataEntry>();
                yaml.ReadMapping((key, keySpan) => entries.Add(new(key, Read(yaml)) { Span = keySpan }));
                return new DataMap(entries.ToEquatableArray()) { Span = span };
            case Scalar scalar:
                yaml.Advance();
                return Data.FromScalar(scalar) with { Span = span };
            default:
                return DataScalar.Null;
        }
    }
}
