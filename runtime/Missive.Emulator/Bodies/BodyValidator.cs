using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Missive.Emulator.Bodies;

/// <summary>Checks a body against its documented attributes and collects everything that is wrong with it.</summary>
internal sealed class BodyValidator(bool strict)
{
    private static readonly string[] NamedColors = ["good", "warning", "danger"];

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Check(JsonObject item, BodySchema schema, string path)
    {
        foreach (var (name, _) in item)
        {
            if (strict && schema.Fields.All(field => field.Name != name))
            {
                Object($"{path}.{name}", "is not a known attribute");
            }
        }

        foreach (var field in schema.Fields)
        {
            if (item.TryGetPropertyValue(field.Name, out var value))
            {
                Check(value, field, $"{path}.{field.Name}");
            }
            else if (field.IsRequired)
            {
                Object($"{path}.{field.Name}", "is required");
            }
        }

        // Rules read values of the right kind, so that they only make sense of an item without other problems.
        if (_problems.Count > 0)
        {
            return;
        }

        foreach (var rule in schema.Rules)
        {
            if (rule(item) is { } problem)
            {
                Object(path, problem);
            }
        }
    }

    private void Check(JsonNode? value, BodyField field, string path)
    {
        if (value is null)
        {
            if (!field.IsNullable)
            {
                Object(path, "must not be null");
            }

            return;
        }

        switch (field.Kind)
        {
            case BodyKind.List:
                CheckList(value, field, path);
                break;
            case BodyKind.Nested when value is JsonObject nested:
                Check(nested, field.Shape!, path);
                break;
            case BodyKind.TextMap when value is JsonObject map:
                foreach (var (name, entry) in map)
                {
                    if (entry?.GetValueKind() != JsonValueKind.String)
                    {
                        Object($"{path}.{name}", "must be text");
                    }
                }

                break;
            case BodyKind.Nested or BodyKind.TextMap:
                Object(path, "must be an object");
                break;
            default:
                if (ScalarProblem(value, field) is { } problem)
                {
                    Object(path, problem);
                }

                break;
        }
    }

    private void CheckList(JsonNode value, BodyField field, string path)
    {
        if (value is not JsonArray list)
        {
            Object(path, "must be an array");
            return;
        }

        if (list.Count < field.MinItems)
        {
            Object(path, Invariant($"must have at least {field.MinItems} items"));
        }

        if (list.Count > field.MaxItems)
        {
            Object(path, Invariant($"must have at most {field.MaxItems} items"));
        }

        for (var index = 0; index < list.Count; index++)
        {
            Check(list[index], field.Element!, Invariant($"{path}[{index}]"));
        }
    }

    private static string? ScalarProblem(JsonNode value, BodyField field)
    {
        var kind = value.GetValueKind();
        switch (field.Kind)
        {
            case BodyKind.Flag:
                return kind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false";
            case BodyKind.Whole or BodyKind.Instant:
                return kind != JsonValueKind.Number || !value.AsValue().TryGetValue<long>(out var number) || number < 0
                    ? field.Kind == BodyKind.Instant ? "must be a time in whole Unix seconds" : "must be a whole number"
                    : number > field.Max ? Invariant($"must be at most {field.Max}") : null;
            default:
                return kind == JsonValueKind.String ? TextProblem(value.GetValue<string>(), field) : "must be text";
        }
    }

    private static string? TextProblem(string text, BodyField field) => field.Kind switch
    {
        BodyKind.HexColor when !IsHexColor(text) => "must be a color such as #0af or #00aaff",
        BodyKind.HexOrNamedColor when !IsHexColor(text) && !NamedColors.Contains(text, StringComparer.Ordinal) =>
            $"must be a color such as #0af, or one of {string.Join(", ", NamedColors)}",
        BodyKind.WebAddress when !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") =>
            "must be an http or https URL",
        _ when field.Allowed.Count > 0 && !field.Allowed.Contains(text, StringComparer.Ordinal) =>
            $"must be one of {string.Join(", ", field.Allowed)}",
        _ when text.Length > field.MaxLength => Invariant($"must have at most {field.MaxLength} characters"),
        _ when field.IsRequired && text.Length == 0 => "must not be empty",
        _ => null,
    };

    private static bool IsHexColor(string text) =>
        text.Length is 4 or 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    private void Object(string path, string problem) => _problems.Add($"{path} {problem}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
