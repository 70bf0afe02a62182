using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Missive.Emulator.Answers;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Bodies;

/// <summary>
/// Takes the content out of a request body: JSON is demanded (400, or 415 for another media type), then the envelope
/// (400), then attributes and rules (422).
/// </summary>
internal static class BodyReader
{
    private static readonly JsonDocumentOptions Reading = new() { AllowDuplicateProperties = false };

    public static JsonObject Flat(ApiCall call, BodySchema schema)
    {
        var content = Parse(call);
        Validate(call, [content], schema, _ => "body");
        return content;
    }

    public static JsonObject Single(ApiCall call, string key, BodySchema schema)
    {
        if (Envelope(call, key) is not JsonObject content)
        {
            throw ApiRefusalException.BadRequest($"the body must hold an object under '{key}'");
        }

        Validate(call, [content], schema, _ => key);
        return content;
    }

    public static IReadOnlyList<JsonObject> Several(ApiCall call, string key, BodySchema schema)
    {
        if (Envelope(call, key) is not JsonArray array || array.Any(item => item is not JsonObject))
        {
            throw ApiRefusalException.BadRequest($"the body must hold an array of objects under '{key}'");
        }

        if (array.Count == 0)
        {
            throw ApiRefusalException.Unprocessable($"{key} must have at least one item");
        }

        JsonObject[] items = [.. array.OfType<JsonObject>()];
        Validate(call, items, schema, index => FormattableString.Invariant($"{key}[{index}]"));
        return items;
    }

    /// <summary>One object an id of the path, each repeating its id (secondary: a mismatch is refused).</summary>
    public static IReadOnlyList<(string Id, JsonObject Item)> ByPathIds(ApiCall call, string key, BodySchema schema)
    {
        var items = Several(call, key, schema);
        var ids = items.Select(item => item.Text("id")!).ToArray();
        if (call.Ids.Distinct(StringComparer.Ordinal).Count() != call.Ids.Count)
        {
            throw ApiRefusalException.Unprocessable("the path names an id twice");
        }

        if (!ids.Order(StringComparer.Ordinal).SequenceEqual(call.Ids.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            throw ApiRefusalException.Unprocessable(
                $"the ids of {key} ({string.Join(", ", ids)}) must be those of the path ({string.Join(", ", call.Ids)})");
        }

        return [.. ids.Zip(items)];
    }

    private static JsonNode? Envelope(ApiCall call, string key)
    {
        var body = Parse(call);
        if (!body.TryGetPropertyValue(key, out var content))
        {
            throw ApiRefusalException.BadRequest($"the body lacks its envelope '{key}'");
        }

        var others = body.Select(property => property.Key).Where(name => name != key).ToList();
        if (call.Options.StrictBody && others.Count > 0)
        {
            throw ApiRefusalException.Unprocessable($"not known beside '{key}': {string.Join(", ", others)}");
        }

        return content;
    }

    private static JsonObject Parse(ApiCall call)
    {
        if (call.Body.IsEmpty)
        {
            throw ApiRefusalException.BadRequest("the request needs a JSON body");
        }

        if (!IsJson(call.ContentType))
        {
            throw new ApiRefusalException(ErrorCondition.UnsupportedMediaType, "the body must be application/json");
        }

        if (!Utf8.IsValid(call.Body.Span))
        {
            throw ApiRefusalException.BadRequest("the body is not valid UTF-8");
        }

        try
        {
            return JsonNode.Parse(call.Body.Span, null, Reading) as JsonObject
                ?? throw ApiRefusalException.BadRequest("the body must be a JSON object");
        }
        catch (JsonException)
        {
            throw ApiRefusalException.BadRequest("the body is not valid JSON");
        }
    }

    private static bool IsJson(string? contentType) =>
        contentType?.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase) == true;

    private static void Validate(ApiCall call, JsonObject[] items, BodySchema schema, Func<int, string> path)
    {
        var validator = new BodyValidator(call.Options.StrictBody);
        for (var index = 0; index < items.Length; index++)
        {
            validator.Check(items[index], schema, path(index));
        }

        if (validator.Problems.Count > 0)
        {
            throw ApiRefusalException.Unprocessable(string.Join("; ", validator.Problems));
        }
    }
}
