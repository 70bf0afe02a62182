using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Missive.Codegen.Runtime;

/// <summary>
/// Finds strings that JSON's grammar allows and text does not: half a surrogate pair, bytes that are not UTF-8.
/// Reading or writing them throws, so they are refused before anything else looks at the arguments.
/// </summary>
internal static class UnreadableText
{
    private const string Expected = "text without half surrogate pairs";

    public static ProblemList? Check(JsonElement arguments)
    {
        var raw = JsonMarshal.GetRawUtf8Value(arguments);
        if (Utf8.IsValid(raw) && raw.IndexOf("\\ud"u8) < 0 && raw.IndexOf("\\uD"u8) < 0)
        {
            return null;
        }

        var problems = new ProblemList();
        Check(arguments, new ArgumentPath(), problems);
        return problems.Errors.Count == 0 ? null : problems;
    }

    private static void Check(JsonElement value, ArgumentPath path, ProblemList problems)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (!JsonValueReader.TryReadName(property, out var name))
                    {
                        problems.AddValue(ToolValidationCodes.WrongType, path.ToString(), Expected, "a key that is none");
                        continue;
                    }

                    path.Push(name);
                    Check(property.Value, path, problems);
                    path.Pop();
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    path.Push(index++);
                    Check(item, path, problems);
                    path.Pop();
                }

                break;
            case JsonValueKind.String when !JsonValueReader.TryReadString(value, out _):
                problems.AddValue(ToolValidationCodes.WrongType, path.ToString(), Expected, "a string that is none");
                break;
            default:
                break;
        }
    }
}
