using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Missive.Codegen.Runtime.Tests.Library;

namespace Missive.Codegen.Runtime.Tests;

/// <summary>What holds of every call, whatever its arguments.</summary>
public sealed class AnyCallTests
{
    private const string FullCall = """
        {"book_id":"b1","body":{"title":"Title","state":"lent","pages":25,"weight":1.5,"rare":true,"due_at":"2026-05-01","time_zone":"Europe/Berlin",
         "authors":["A","B"],"chapters":[{"name":"I","page":1,"parts":[{"name":"I.1"}]}],"shelf":"s1","borrower":"m1","kind":"atlas","scale":"1:1","format":"folio"}}
        """;

    private static readonly ToolDefinition[] Tools =
    [
        UpdateBookTool.ToolDefinition, ListLoansTool.ToolDefinition, Definitions.SearchBooks, Definitions.CreateMembers,
        Definitions.UpdateMembers, Definitions.MoveBook, Definitions.RawGet, Definitions.PlaceOrder,
    ];

    private static readonly Gen<string> GenKey = OneOf(
        "book_id", "body", "books", "title", "pages", "state", "due_at", "time_zone", "authors", "chapters", "name", "parts", "prices", "extra",
        "anything", "members", "member_ids", "id", "params", "isbn", "limit", "titel", "x", "a b", "\\ud83d\\ude00", "\\ud800", "");

    private static readonly Gen<string> GenScalar = Gen.OneOf(
        OneOf("null", "true", "false", "0", "-1", "25", "1.5", "1e999", "-0.0", "99999999999999999999", "\"\"", "\"..\"", "\"a,b\"", "\"2026-05-01\"", "\"lent\"", "\"25\"", "\"\\ud800\"", "\"[1]\"", "\"{\"", "[]", "{}"),
        Gen.String.Select(static text => JsonSerializer.Serialize(text)));

    private static readonly Gen<string> GenJson = Gen.Recursive<string>(static (depth, self) => depth > 4
        ? GenScalar
        : Gen.Frequency(
            (1, GenScalar),
            (1, self.Array[0, 3].Select(static items => $"[{string.Join(",", items)}]")),
            (3, Gen.Select(GenKey, self).Array[0, 5].Select(static fields => "{" + string.Join(",", fields.Select(static field => $"\"{field.Item1}\":{field.Item2}")) + "}"))));

    [Fact]
    public void ACallIsRefusedWithReasonsOrMakesARequest()
        => Gen.Select(OneOf(Tools), GenJson, Gen.Bool).Sample(
            static (tool, text, undocumented) =>
            {
                var arguments = Json.Parse(text);
                var options = new ToolValidationOptions { AllowUndocumented = undocumented };

                var result = ToolValidator.Validate(tool, arguments, options);

                if (result.IsValid)
                {
                    var request = ToolRequestBuilder.Build(tool, arguments);
                    Assert.True(request.Body.IsEmpty || JsonElement.Parse(request.Body.Span).ValueKind != JsonValueKind.Undefined);
                    Assert.True(Uri.TryCreate("https://api.example.test" + request.PathAndQuery, UriKind.Absolute, out _));
                }
                else if (result.CorrectedArguments is { } corrected)
                {
                    Assert.True(ToolValidator.Validate(tool, corrected, options).IsValid);
                }

                Assert.All(result.Errors, static error => Assert.DoesNotContain('\n', error.Message));
            },
            iter: 3_000);

    [Fact]
    public void EveryMisspeltKeyIsNamedAndCorrected()
    {
        foreach (var (path, key) in KeysOf(JsonNode.Parse(FullCall)!, ""))
        {
            if (key.Length < 3)
            {
                continue;
            }

            var misspelt = key[..^2] + key[^1] + key[^2];
            if (misspelt == key)
            {
                misspelt = key + "x";
            }

            var result = Validate(FullCall.Replace($"\"{key}\":", $"\"{misspelt}\":", StringComparison.Ordinal));

            Assert.Contains(result.Errors, error => error.Path.EndsWith(misspelt, StringComparison.Ordinal) && error.Suggestion == key);
            Assert.True(result.CorrectedArguments is { } corrected && JsonElement.DeepEquals(corrected, Json.Parse(FullCall)), $"{path}: {string.Join(" ", result.Errors)}");
        }
    }

    [Fact]
    public void EveryRetypedValueIsNamedAndCorrected()
    {
        (string Written, string Retyped)[] changes =
        [
            ("\"pages\":25", "\"pages\":\"25\""),
            ("\"weight\":1.5", "\"weight\":\"1.5\""),
            ("\"rare\":true", "\"rare\":\"TRUE\""),
            ("\"state\":\"lent\"", "\"state\":\"Lent\""),
            ("\"state\":\"lent\"", "\"state\":[\"lent\"]"),
            ("\"parts\":[{\"name\":\"I.1\"}]", "\"parts\":{\"name\":\"I.1\"}"),
            ("\"kind\":\"atlas\"", "\"kind\":\"atlass\""),
            ("\"format\":\"folio\"", "\"format\":[\"folio\"]"),
            ("\"book_id\":\"b1\"", "\"book_id\":[\"b1\"]"),
        ];

        foreach (var (written, retyped) in changes)
        {
            var result = Validate(FullCall.Replace(written, retyped, StringComparison.Ordinal));

            Assert.False(result.IsValid);
            Assert.True(result.CorrectedArguments is { } corrected && JsonElement.DeepEquals(corrected, Json.Parse(FullCall)), $"{retyped}: {string.Join(" ", result.Errors)}");
        }
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static IEnumerable<(string Path, string Key)> KeysOf(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.SelectMany(field => KeysOf(field.Value, $"{path}.{field.Key}").Prepend((path, field.Key))),
        JsonArray items => items.SelectMany(item => KeysOf(item, path + "[]")),
        _ => [],
    };

    private static ToolValidationResult Validate(string arguments) => ToolValidator.Validate(UpdateBookTool.ToolDefinition, Json.Parse(arguments));
}
