using System.Text.Json;
using System.Text.Json.Nodes;
using Missive.Codegen.Runtime;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Validation;

/// <summary>Odd values in every place of every example: what an error offers in their stead is accepted there.</summary>
public sealed class OfferedValueTests
{
    private static readonly string[] OddValues =
    [
        "\"text\"", "\"person@example.test\"", "\"5\"", "\"true\"", "5", "1.5", "true", "{}", "[]", "[5]", "[\"text\"]", "[\"a\",\"b\"]",
        "{\"name\":5}", "[[\"person@example.test\"]]", "\"[1]\"", "\"{\\\"name\\\":5}\"",
    ];

    public static TheoryData<string, string> Examples => ManifestData.Examples();

    [Theory]
    [MemberData(nameof(Examples))]
    public void WhatIsOfferedIsAccepted(string function, string title)
    {
        var tool = MissiveTools.Registry.Create(function, new MissiveInvoker(new StubTransport(static _ => throw new InvalidOperationException()), new MissiveOptions(), TimeProvider.System));
        var example = JsonNode.Parse(ManifestData.JsonOf(ManifestData.Example(function, title).Args))!;
        foreach (var path in PathsOf(example, ""))
        {
            foreach (var odd in OddValues)
            {
                var broken = With(example, path, odd);
                var result = tool.Validate(JsonElement.Parse(broken.ToJsonString()));
                foreach (var error in result.Errors.Where(static error => error.Code == ToolValidationCodes.WrongType && error.Suggestion is { } offered && !offered.Contains('…', StringComparison.Ordinal)))
                {
                    var mended = tool.Validate(JsonElement.Parse(With(broken, error.Path, error.Suggestion!).ToJsonString()));
                    Assert.DoesNotContain(mended.Errors, left => left.Code == ToolValidationCodes.WrongType && left.Path.StartsWith(error.Path, StringComparison.Ordinal));
                }

                if (result.CorrectedArguments is { } corrected)
                {
                    Assert.True(tool.Validate(corrected).IsValid, corrected.GetRawText());
                }
            }
        }
    }

    private static IEnumerable<string> PathsOf(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Below(field.Value, path.Length == 0 ? field.Key : $"{path}.{field.Key}")),
        JsonArray items => items.SelectMany((item, index) => Below(item, $"{path}[{index}]")),
        _ => [],
    };

    private static IEnumerable<string> Below(JsonNode? node, string path) => PathsOf(node, path).Prepend(path);

    // A copy with another value at a path such as body.to_fields[0].address.
    private static JsonNode With(JsonNode arguments, string path, string json)
    {
        var copy = arguments.DeepClone();
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var owner = steps[..^1].Aggregate(copy, static (node, step) => node is JsonArray list ? list[Index(step)]! : node[step]!);
        if (owner is JsonArray items)
        {
            items[Index(steps[^1])] = JsonNode.Parse(json);
        }
        else
        {
            owner[steps[^1]] = JsonNode.Parse(json);
        }

        return copy;
    }

    private static int Index(string step) => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture);
}
