using System.Runtime.InteropServices;
using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Makes the results of calls from the API's answers, which are kept whole.</summary>
internal static class Answers
{
    /// <summary>The result of a call that adds nothing to the answer.</summary>
    public static ToolAnswer Of(ToolCall call, MissiveResponse response)
    {
        return IsEmpty(response) || call.Definition.Response is null
            ? Extend(response, static (_, _) => { }, 0, ["ok", "status"], states: true)
            : response.Body;
    }

    /// <summary>Whether the API said nothing beyond the status.</summary>
    public static bool IsEmpty(MissiveResponse response) => response.Body.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>An answer with fields beside what it has; where it has nothing, beside <c>ok</c> and <c>status</c>.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="write">Writes the fields.</param>
    /// <param name="state">Handed to <paramref name="write"/>.</param>
    /// <param name="replaced">Fields of the answer in whose place <paramref name="write"/> writes.</param>
    public static ToolAnswer Extend<TState>(MissiveResponse response, Action<Utf8JsonWriter, TState> write, TState state, params string[] replaced)
        => Extend(response, write, state, IsEmpty(response) ? ["ok", "status", .. replaced] : replaced, states: IsEmpty(response));

    /// <summary>Writes a value with the bytes that it came with.</summary>
    public static void WriteWhole(Utf8JsonWriter writer, JsonElement value)
        => writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);

    private static ToolAnswer Extend<TState>(
        MissiveResponse response, Action<Utf8JsonWriter, TState> write, TState state, string[] replaced, bool states)
        => ToolAnswer.Write((response, write, state, replaced, states), static (writer, parts) =>
        {
            writer.WriteStartObject();
            if (parts.states)
            {
                writer.WriteBoolean("ok", true);
                writer.WriteNumber("status", parts.response.Status);
            }

            if (parts.response.Body.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in parts.response.Body.EnumerateObject())
                {
                    if (!IsAnyOf(property, parts.replaced))
                    {
                        writer.WritePropertyName(property.Name);
                        WriteWhole(writer, property.Value);
                    }
                }
            }

            parts.write(writer, parts.state);
            writer.WriteEndObject();
        });

    private static bool IsAnyOf(JsonProperty property, string[] names)
    {
        foreach (var name in names)
        {
            if (property.NameEquals(name))
            {
                return true;
            }
        }

        return false;
    }
}
