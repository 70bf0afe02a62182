using System.Text.Json.Nodes;

namespace Missive.Emulator.Bodies;

/// <summary>A rule about several attributes: returns what is wrong, or null.</summary>
internal delegate string? BodyRule(JsonObject item);

/// <summary>The documented attributes of a request body, with the rules that join them.</summary>
internal sealed record BodySchema(IReadOnlyList<BodyField> Fields, params IReadOnlyList<BodyRule> Rules);
