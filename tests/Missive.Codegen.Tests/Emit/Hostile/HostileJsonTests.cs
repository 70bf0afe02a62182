using System.Text.Json;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Hostile;

public class HostileJsonTests
{
    [Fact]
    public void Schemas_keep_their_structure_and_every_text_its_value()
    {
        var harmless = Retexted.Harmless.Render("argument-schemas");
        var hostile = Retexted.Hostile.Render("argument-schemas");

        Assert.Equal(harmless.Select(f => f.Path), hostile.Select(f => f.Path));
        Assert.Equal(harmless.Select(f => Structure(f.Text)), hostile.Select(f => Structure(f.Text)));
        foreach (var function in Retexted.Hostile.Groups.SelectMany(g => g.Functions))
        {
            var schema = JsonDocument.Parse(hostile.Single(f => f.Path == $"schemas/{function.Name}.schema.json").Text).RootElement;
            Assert.StartsWith(function.Description.Normalised(), schema.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.All(function.Parameters, p => Assert.StartsWith(p.Description.Normalised(), schema.GetProperty("properties").GetProperty(p.Name).GetProperty("description").GetString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_tool_list_keeps_its_structure_and_every_text_its_value()
    {
        var hostile = Assert.Single(Retexted.Hostile.Render("tool-list")).Text;

        Assert.Equal(Structure(Assert.Single(Retexted.Harmless.Render("tool-list")).Text), Structure(hostile));
        var functions = Retexted.Hostile.Groups.SelectMany(g => g.Functions);
        Assert.All(
            functions.Zip(JsonDocument.Parse(hostile).RootElement.EnumerateArray()),
            pair => Assert.StartsWith($"{pair.First.Description} {pair.First.Notes}".Normalised(), pair.Second.GetProperty("description").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void No_output_in_JSON_has_a_line_end_or_a_control_character_within_a_text()
    {
        foreach (var file in Retexted.Hostile.Render("tool-list").Concat(Retexted.Hostile.Render("argument-schemas")))
        {
            Assert.DoesNotContain(file.Text, c => c != '\n' && (char.IsControl(c) || c is '\u2028' or '\u2029'));
            Assert.Equal(LineText.WithoutHalfPairs(file.Text), file.Text);
        }
    }

    /// <summary>The JSON with every text made the same.</summary>
    private static string Structure(string json) => Describe(JsonDocument.Parse(json).RootElement);

    private static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", json.EnumerateObject().Select(p => $"{p.Name}:{Describe(p.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",", json.EnumerateArray().Select(Describe)) + "]",
        JsonValueKind.String => "text",
        _ => json.GetRawText(),
    };
}
