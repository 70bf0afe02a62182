using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Checks what follows from a value's place in the request: path segments, query parameters, ids that a body repeats.</summary>
internal static class PlacementCheck
{
    public static void CheckPath(ArgumentWalker walker, ToolParameter parameter, JsonElement value)
    {
        if (!JsonValueReader.TryReadString(value, out var text))
        {
            return;
        }

        if (!parameter.CommaList)
        {
            CheckSegment(walker, text, value);
            return;
        }

        var ids = PathSegment.SplitList(text);
        if (ids.Length == 0)
        {
            walker.Problems.AddValue(
                ToolValidationCodes.TooShort, walker.PathText, "one or several ids, separated by commas", Excerpt.Of(value));
        }

        foreach (var id in ids)
        {
            CheckSegment(walker, id, value);
        }
    }

    /// <summary>Checks a value whose fields become the query: a query holds no lists and objects.</summary>
    public static void CheckQueryValue(ArgumentWalker walker, JsonElement value)
    {
        if (!ScalarText.IsScalar(value))
        {
            walker.AddWrongType("string, number or boolean (it goes into the query)", value, null);
        }
    }

    /// <summary>Checks that a bulk body names the ids that the path names.</summary>
    public static void CheckIds(ArgumentWalker walker, ToolParameter body, BodyContent content, in ObjectBinding arguments)
    {
        var position = arguments.Table.IndexOf(body.PerId!);
        if (position < 0 || !JsonValueReader.TryReadString(arguments[position], out var list) || PathSegment.SplitList(list) is not { Length: > 0 } expected)
        {
            return;
        }

        var ids = new List<string>();
        var index = 0;
        var isComplete = true;
        foreach (var item in content)
        {
            if (BodyIds.TryGet(item, out var id))
            {
                ids.Add(id);
            }
            else if (content.Count > 1)
            {
                isComplete = false;
                AddMissingId(walker, content, index, expected);
            }

            index++;
        }

        if (isComplete && ids.Count > 0 && !(ids.Count == ids.Distinct(StringComparer.Ordinal).Count() && expected.ToHashSet(StringComparer.Ordinal).SetEquals(ids)))
        {
            var path = walker.PathText;
            var wanted = Excerpt.Of(string.Join(", ", expected));
            var got = Excerpt.Of(string.Join(", ", ids));
            walker.Problems.Add(
                ToolValidationCodes.Conflict,
                path,
                wanted,
                got,
                $"{path}: the ids of the items have to be those of {body.PerId}, each once: expected {wanted}, got {got}.");
        }
    }

    private static void AddMissingId(ArgumentWalker walker, BodyContent content, int index, string[] expected)
    {
        if (content.IsList)
        {
            walker.Path.Push(index);
        }

        var path = walker.Path.Of(BodyIds.Key);
        if (!IsReported(walker, path))
        {
            walker.Problems.Add(
                ToolValidationCodes.Missing,
                path,
                $"one of {Excerpt.Of(string.Join(", ", expected))}",
                "nothing",
                $"{path} is missing: of several items each has to name its id, one of {Excerpt.Of(string.Join(", ", expected))}.");
        }

        if (content.IsList)
        {
            walker.Path.Pop();
        }
    }

    // Whether the id is given after all, but of another type, or under a key that was found to mean it.
    private static bool IsReported(ArgumentWalker walker, string idPath)
    {
        if (!walker.HasProblems)
        {
            return false;
        }

        foreach (var (path, correction) in walker.Problems.Corrections)
        {
            if (string.Equals(correction.Key, BodyIds.Key, StringComparison.Ordinal)
                && string.Equals(path[..Math.Max(path.LastIndexOf('.'), 0)], walker.PathText, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return walker.Problems.Contains(idPath);
    }

    private static void CheckSegment(ArgumentWalker walker, string text, JsonElement value)
    {
        if (PathSegment.FindFault(text) is { } fault)
        {
            walker.Problems.AddValue(
                string.IsNullOrWhiteSpace(text) ? ToolValidationCodes.TooShort : ToolValidationCodes.NotAllowed,
                walker.PathText,
                "an id for the path",
                Excerpt.Of(value),
                $"It {fault}.");
        }
    }
}
