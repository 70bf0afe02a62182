using System.Text.Json;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Arguments;

/// <summary>The JSON of a call.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsTyped">Whether it is a word of the command line, not standard input.</param>
internal sealed record Payload(string Text, bool IsTyped)
{
    private const int LongestShown = 60;

    /// <summary>Where it came from, to begin a sentence with.</summary>
    public string Source => IsTyped ? $"The argument '{Shown()}'" : "Standard input";

    /// <summary>What a value is, to end a sentence with.</summary>
    public static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Null => "null",
        _ => "an object",
    };

    private string Shown() => Excerpt.Of(PlainText.WithoutValue(Text.Trim()), LongestShown);
}
