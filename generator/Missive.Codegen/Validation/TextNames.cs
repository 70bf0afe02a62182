using Missive.Codegen.Reading;

namespace Missive.Codegen.Validation;

/// <summary>
/// Finds what in a running text looks like a name of the manifest: <c>list_tasks</c>, and paths such as
/// <c>params.limit</c>. What stands in quotes, in a code span or in a URL is somebody else's word.
/// </summary>
internal static class TextNames
{
    private static readonly char[] Joints = ['_', '.'];

    /// <summary>Whether it is worth looking: a joint stands between two parts somewhere.</summary>
    public static bool MayBeIn(string text)
    {
        for (var joint = text.IndexOfAny(Joints); joint >= 0; joint = text.IndexOfAny(Joints, joint + 1))
        {
            // Not the end of a sentence.
            if (joint > 0 && joint + 1 < text.Length && IsPart(text[joint - 1]) && IsPart(text[joint + 1]))
            {
                return true;
            }
        }

        return false;
    }

    public static IEnumerable<string> In(string text)
    {
        for (var joint = text.IndexOfAny(Joints); joint >= 0;)
        {
            var start = joint;
            while (start > 0 && IsPart(text[start - 1]))
            {
                start--;
            }

            var end = joint;
            while (end < text.Length && IsPart(text[end]))
            {
                end++;
            }

            var name = text.Substring(start, end - start).TrimEnd('.');
            if (start < joint && name.IndexOfAny(Joints) > 0 && StandsAlone(text, start, end) && name.Split('.').All(PatternShape.IsSnakeCase))
            {
                yield return name;
            }

            joint = text.IndexOfAny(Joints, end);
        }
    }

    private static bool IsPart(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '.';

    private static bool StandsAlone(string text, int start, int end) =>
        (start == 0 || char.IsWhiteSpace(text[start - 1]) || (text[start - 1] == '(' && (start == 1 || text[start - 2] != ']')))
        && (end == text.Length || char.IsWhiteSpace(text[end]) || text[end] is ',' or ';' or ':' or '(' or ')' or '!' or '?' or '…');
}
