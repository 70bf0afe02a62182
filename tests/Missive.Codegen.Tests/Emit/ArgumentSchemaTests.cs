using System.Text.Json.Nodes;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;
using Missive.Codegen.Tests.Emit.Support;
using Missive.Codegen.Validation;
using Xunit;

namespace Missive.Codegen.Tests.Emit;

public class ArgumentSchemaTests
{
    [Theory]
    [InlineData("library")]
    [InlineData("missive")]
    public async Task Schemas_accept_every_example_that_succeeds_and_refuse_every_one_with_wrong_arguments(string name)
    {
        var manifest = Hostile.Retexted.Named(name);
        var examples = manifest.Groups.SelectMany(g => g.Functions).SelectMany(f => f.Examples, (function, example) => (function, example)).ToList();

        var results = await SchemaValidator.Check(Schemas(manifest), examples.Select(e => (e.function.Name, JsonText.Compact(e.example.Args))));

        foreach (var ((function, example), (isValid, errors)) in examples.Zip(results))
        {
            var isGood = Problems(manifest, function, example.Args).Count == 0;
            Assert.True(isValid == isGood, $"{function.Name}: {example.Title}: the schema {(isValid ? "accepts it" : "says " + errors)}.");
            Assert.True(isGood || example.Error is not null, $"{function.Name}: {example.Title}");
        }

        Assert.Contains(results, r => r.IsValid);
        Assert.Contains(results, r => !r.IsValid);
    }

    [Theory]
    [InlineData("library")]
    [InlineData("missive")]
    public async Task Schemas_and_the_reader_agree_on_calls_that_are_wrong_in_one_place(string name)
    {
        var manifest = Hostile.Retexted.Named(name);
        var calls = manifest.Groups.SelectMany(g => g.Functions)
            .SelectMany(f => f.Examples.Where(e => e.Error is null).Take(3).SelectMany(e => Mutations.Of(e.Args)), (function, args) => (function, args))
            .Where(call => !HasEmptyBody(call.function, call.args))
            .ToList();

        var results = await SchemaValidator.Check(Schemas(manifest), calls.Select(c => (c.function.Name, JsonText.Compact(c.args))));

        var differences = calls.Zip(results)
            .Select(pair => (pair.First.function, pair.First.args, Problems: Problems(manifest, pair.First.function, pair.First.args), pair.Second))
            .Where(c => c.Second.IsValid != (c.Problems.Count == 0))
            .Select(c => $"{c.function.Name} {Shorten(JsonText.Compact(c.args))}\n  reader: {string.Join("; ", c.Problems.Select(p => $"{p.Code} at {p.Path}"))}\n  schema: {c.Second.Errors}")
            .ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} of {calls.Count} calls:\n{string.Join("\n", differences.Take(25))}");
        Assert.True(calls.Count > 500, $"Only {calls.Count} calls were made.");
    }

    [Theory]
    [InlineData("library")]
    [InlineData("missive")]
    [InlineData("hostile")]
    public void The_tool_list_carries_the_schema_of_every_function(string name)
    {
        var manifest = Hostile.Retexted.Named(name);
        var tools = JsonNode.Parse(Assert.Single(manifest.Render("tool-list")).Text)!.AsArray();
        var schemas = manifest.Render("argument-schemas");

        Assert.Equal(manifest.Groups.SelectMany(g => g.Functions).Select(f => $"{manifest.Root.Name}_{f.Name}"), tools.Select(t => (string?)t!["name"]));
        Assert.All(tools.Zip(schemas), pair => Assert.True(JsonNode.DeepEquals(pair.First!["inputSchema"], JsonNode.Parse(pair.Second.Text))));
    }

    [Fact]
    public void An_object_of_the_query_is_needed_when_it_has_fields_that_are()
    {
        var schemas = Schemas(ManifestFolder.Library.Check());

        Assert.Equal(["params"], JsonNode.Parse(schemas["list_loans"])!["required"]!.AsArray().Select(n => (string?)n));
        Assert.Null(JsonNode.Parse(schemas["list_books"])!["required"]);
    }

    [Fact]
    public void What_is_deprecated_is_marked_so()
    {
        var manifest = ManifestFolder.Library.Check();
        JsonNode Schema(string function) => JsonNode.Parse(Schemas(manifest)[function])!;

        Assert.True((bool?)Schema("delete_book")["deprecated"]);
        Assert.True((bool?)Schema("delete_book")["properties"]!["force"]!["deprecated"]);
        Assert.True((bool?)Schema("create_books")["$defs"]!["NewBook"]!["properties"]!["genre"]!["deprecated"]);
        Assert.True((bool?)Schema("create_books")["$defs"]!["Genre"]!["deprecated"]);
        Assert.Null(Schema("get_books")["deprecated"]);
    }

    private static Dictionary<string, string> Schemas(Manifest manifest) =>
        manifest.Render("argument-schemas").ToDictionary(f => Path.GetFileName(f.Path).Replace(".schema.json", "", StringComparison.Ordinal), f => f.Text);

    /// <summary>What the reader finds wrong, but for what a schema cannot know: the text of a date, and what settings fill.</summary>
    private static List<ArgumentProblem> Problems(Manifest manifest, FunctionDefinition function, DataMap args)
    {
        var filled = manifest.Types.SelectMany(f => f.Types).SelectMany(t => t.Fields).Where(f => f.DefaultFrom is not null).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        return [.. ArgumentChecker.Check(manifest.Catalog, function, args, default)!.Where(p =>
            !p.Message.Contains("found string", StringComparison.Ordinal) || !p.Message.Contains("ISO 8601", StringComparison.Ordinal))
            .Where(p => p.Code != "missing" || !filled.Contains(p.Path[(p.Path.LastIndexOf('.') + 1)..]))];
    }

    /// <summary>A list of contents without any: schemas and hosts refuse it, the reader does not look.</summary>
    private static bool HasEmptyBody(FunctionDefinition function, DataMap args) => function.Parameters.Any(p =>
        p.IsEnvelopedArray && (args[p.Name] is DataMap map ? map[p.Envelope!] : args[p.Name]) is DataList { Items.Count: 0 });

    private static string Shorten(string text) => text.Length > 300 ? text[..300] + "…" : text;
}
