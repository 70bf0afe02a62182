using System.Text.Json.Nodes;

namespace Missive.Emulator.Tests.Support;

internal sealed record Answer(int Status, string Text, HttpResponseMessage Message)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonArray Items(string key) => Json[key]!.AsArray();

    public string[] Ids(string key) => [.. Items(key).Select(item => item!["id"]!.GetValue<string>())];

    public string? Header(string name) => Message.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    public string MessageText() =>
        (Json["error"] is JsonObject nested ? nested["message"] : Json["error"] ?? Json["errors"] ?? Json["message"])!.GetValue<string>();
}
