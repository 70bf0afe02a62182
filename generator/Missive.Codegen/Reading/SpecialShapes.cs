using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using YamlDotNet.Core.Events;

namespace Missive.Codegen.Reading;

/// <summary>A request line such as <c>PATCH /tasks/{task_id}</c>.</summary>
internal sealed class RequestLineShape : Shape<RequestLine>
{
    /// <summary>What <see cref="TryRead"/> accepts, for editors: printable ASCII without # and backslash, braces only around names.</summary>
    private const string Pattern =
        @"^(GET|POST|PUT|PATCH|DELETE) (/|\{[a-z][a-z0-9]*(_[a-z0-9]+)*\})([!""$-\[\]-z|~]|\{[a-z][a-z0-9]*(_[a-z0-9]+)*\})*$";

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public static RequestLineShape Any { get; } = new();

    public override bool TryRead(YamlCursor yaml, out RequestLine value)
    {
        value = new("", "", default);
        var span = yaml.Span;
        if (!TextShape.Any.TryRead(yaml, out var text))
        {
            return false;
        }

        var space = text.IndexOf(' ');
        var method = space < 0 ? text : text.Substring(0, space);
        var path = space < 0 ? "" : text.Substring(space + 1);
        if (!Methods.Contains(method, StringComparer.Ordinal))
        {
            yaml.Sink.Report(
                DiagnosticRules.InvalidValue, span,
                $"A request is a method and a path such as 'GET /tasks/{{task_id}}'; '{MessageText.Shorten(method)}' is no method.{NearMiss.Suggest(method, Methods)}");
            return false;
        }

        if (path.Length == 0 || path[0] is not ('/' or '{') || path.Any(c => c is <= ' ' or '#' or '\\' or > '~'))
        {
            yaml.Sink.Report(
                DiagnosticRules.InvalidValue, span,
                $"'{MessageText.Shorten(path)}' is no request path; it starts with '/' and has no blanks, '#', backslashes or characters beyond ASCII.");
            return false;
        }

        value = new(method, path, span);
        if (!ArePlaceholdersNames(value))
        {
            yaml.Sink.Report(
                DiagnosticRules.InvalidValue, span, $"The braces of '{MessageText.Shorten(path)}' do not hold names of parameters, as in '/tasks/{{task_id}}'.");
            return false;
        }

        return true;
    }

    public override DataMap Describe(SchemaDefinitions definitions) =>
        Data.Map(("type", DataScalar.Of("string")), ("pattern", DataScalar.Of(Pattern)));

    private static bool ArePlaceholdersNames(RequestLine line)
    {
        var names = line.Placeholders().ToList();
        return names.TrueForAll(PatternShape.IsSnakeCase) && line.Path.Count(c => c == '{') == names.Count && line.Path.Count(c => c == '}') == names.Count;
    }
}

/// <summary>The version of the format. Of a file in another version nothing can be said.</summary>
internal sealed class VersionShape(long supported) : Shape<long>
{
    public override bool TryRead(YamlCursor yaml, out long value)
    {
        var span = yaml.Span;
        if (!IntegerShape.Any.TryRead(yaml, out value))
        {
            return false;
        }

        if (value != supported)
        {
            yaml.Fail(
                DiagnosticRules.UnsupportedVersion, span,
                $"schema_version {value} is not supported by this version of the generator, which reads {supported}. {(value > supported ? "Update the generator" : "Bring the manifest up to date")}; docs/manifest.md describes the format.");
        }

        return value == supported;
    }

    public override DataMap Describe(SchemaDefinitions definitions) =>
        Data.Map(("type", DataScalar.Of("integer")), ("const", DataScalar.Of(supported)));
}

/// <summary>A mapping of any JSON values.</summary>
internal sealed class MapDataShape : Shape<DataMap>
{
    public override bool TryRead(YamlCursor yaml, out DataMap value)
    {
        value = new(default(EquatableArray<DataEntry>));
        if (yaml.Current is not MappingStart)
        {
            yaml.Refuse("a mapping of arguments");
            return false;
        }

        DataShape.Any.TryRead(yaml, out var data);
        value = (DataMap)data;
        return true;
    }

    public override DataMap Describe(SchemaDefinitions definitions) => Data.Map(("type", DataScalar.Of("object")));
}

/// <summary>Fields with the values that each is limited to: <c>{label: [home, work]}</c>.</summary>
internal sealed class FieldValuesShape : Shape<EquatableArray<FieldValues>>
{
    private static readonly ListShape<string> Texts = new(TextShape.Any);

    public override bool TryRead(YamlCursor yaml, out EquatableArray<FieldValues> value)
    {
        value = default;
        if (yaml.Current is not MappingStart)
        {
            yaml.Refuse("a mapping of a field to a list of values");
            return false;
        }

        var fields = new List<FieldValues>();
        yaml.ReadMapping((key, span) =>
        {
            if (Texts.TryRead(yaml, out var values))
            {
                fields.Add(new(new(key, span), values));
            }
        });
        value = fields.ToEquatableArray();
        return true;
    }

    public override DataMap Describe(SchemaDefinitions definitions) =>
        Data.Map(("type", DataScalar.Of("object")), ("additionalProperties", Texts.Describe(definitions)));
}

/// <summary>One field with some of its values: <c>{kind: [email]}</c>.</summary>
internal sealed class SingleFieldValuesShape : Shape<FieldValues?>
{
    private static readonly FieldValuesShape Several = new();

    public override bool TryRead(YamlCursor yaml, out FieldValues? value)
    {
        value = null;
        var span = yaml.Span;
        if (!Several.TryRead(yaml, out var fields))
        {
            return false;
        }

        if (fields.Count != 1)
        {
            yaml.Sink.Report(DiagnosticRules.WrongKind, span, $"A condition names exactly one field, as in {{kind: [email]}}; found {fields.Count}.");
            return false;
        }

        value = fields[0];
        return true;
    }

    public override DataMap Describe(SchemaDefinitions definitions) =>
        new([.. Several.Describe(definitions).Entries, new("minProperties", DataScalar.Of(1)), new("maxProperties", DataScalar.Of(1))]);
}
