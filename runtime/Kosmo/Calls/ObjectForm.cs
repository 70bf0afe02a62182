using System.Text.Json;
using Kosmo.Arguments;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Calls;

/// <summary>The form of a call in which plain values stand where objects or lists belong.</summary>
internal static class ObjectForm
{
    /// <summary>The call with the right form in their place; null when something else is wrong with it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="refused">Why it was refused.</param>
    /// <param name="line">The command line as it was typed.</param>
    public static string? Of(FunctionCall call, ToolValidationException refused, CallLine line)
        => refused.Errors.All(error => error.Code == ToolValidationCodes.WrongType && call.Tool.FindParameter(error.Path) is { } parameter && CallLine.IsJson(parameter.Type))
            ? line.Form(call.Tool, call.Arguments, parameter => refused.Errors.Any(error => error.Path == parameter.Name)
                ? FormOf(parameter.Type, call.Arguments.GetProperty(parameter.Name))
                : null)
            : null;

    // Where the value is a word of one field alone, that field is meant.
    private static string FormOf(DataType type, JsonElement given)
        => type is ObjectType known
            && given.ValueKind == JsonValueKind.String
            && known.Fields.Where(field => field.Type is EnumType words && words.Values.Contains(given.GetString()!, StringComparer.Ordinal)).ToArray() is [var only]
                ? Json.Compact(writer =>
                {
                    writer.WriteStartObject();
                    writer.WritePropertyName(only.Name);
                    given.WriteTo(writer);
                    writer.WriteEndObject();
                })
                : CallLine.Sample(type);
}
