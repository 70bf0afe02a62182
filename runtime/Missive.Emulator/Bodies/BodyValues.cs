using System.Text.Json.Nodes;

namespace Missive.Emulator.Bodies;

/// <summary>Typed reading of a body that was checked: an absent value, and one of another kind, is null or empty.</summary>
internal static class BodyValues
{
    extension(JsonObject item)
    {
        public string? Text(string name) =>
            item[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

        public bool Flag(string name) => item.OptionalFlag(name) == true;

        public bool? OptionalFlag(string name) =>
            item[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

        public long? Whole(string name) =>
            item[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

        public IReadOnlyList<string> Texts(string name) =>
            item[name] is JsonArray array ? [.. array.OfType<JsonValue>().Select(value => value.GetValue<string>())] : [];

        public IReadOnlyList<JsonObject> Objects(string name) =>
            item[name] is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

        public JsonNode Copy(string name) => item[name]?.DeepClone() ?? new JsonArray();
    }
}
