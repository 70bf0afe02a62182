using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Support;

/// <summary>Checks calls against the schemas of their functions, in one run of a validator that takes nothing on trust.</summary>
internal static class SchemaValidator
{
    /// <summary>For each call whether its schema accepts it, and why not.</summary>
    public static async Task<IReadOnlyList<(bool IsValid, string Errors)>> Check(IReadOnlyDictionary<string, string> schemas, IEnumerable<(string Function, string Arguments)> calls)
    {
        var folder = Path.Combine(ManifestFolder.RepositoryRoot, "tests", "node");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "ajv")), "Needs ajv: run 'npm ci' in tests/node.");

        // Each schema becomes a resource of its own within one document, so its references can only lead into itself.
        var all = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$defs"] = new JsonObject(schemas.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, Identified(s.Key, s.Value)))),
            ["type"] = "object",
            ["properties"] = new JsonObject(schemas.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, new JsonObject { ["$ref"] = $"urn:function:{s.Key}" }))),
        };
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, all.ToJsonString(), TestContext.Current.CancellationToken);
            var documents = "[" + string.Join(",", calls.Select(c => $"{{\"{c.Function}\":{c.Arguments}}}")) + "]";
            var answer = JsonDocument.Parse(await Programs.Run("node", [Path.Combine(folder, "validate.mjs"), file], documents)).RootElement;
            Assert.Equal(JsonValueKind.Null, answer.GetProperty("schemaError").ValueKind);
            return [.. answer.GetProperty("results").EnumerateArray().Select(r => (r.GetProperty("valid").GetBoolean(), r.GetProperty("errors").ToString()))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static JsonObject Identified(string function, string schema)
    {
        var node = JsonNode.Parse(schema)!.AsObject();
        node["$id"] = $"urn:function:{function}";
        return node;
    }
}
