using System.Text.Json.Nodes;

namespace Missive.Emulator.Account.Json;

/// <summary>What a message or draft consists of. A draft has an author.</summary>
internal sealed record MessageContent
{
    public string? Subject { get; init; }

    public string? Body { get; init; }

    public string Type { get; init; } = "email";

    public JsonNode From { get; init; } = new JsonObject();

    public JsonNode To { get; init; } = new JsonArray();

    public JsonNode Cc { get; init; } = new JsonArray();

    public JsonNode Bcc { get; init; } = new JsonArray();

    public JsonNode Attachments { get; init; } = new JsonArray();

    public IReadOnlyList<string> References { get; init; } = [];

    public string? EmailMessageId { get; init; }

    public User? Author { get; init; }
}
