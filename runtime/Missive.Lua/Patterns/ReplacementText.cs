using System.Text;
using System.Text.RegularExpressions;

namespace Missive.Lua;

/// <summary>What replaces a match: text in which <c>$1</c>, <c>${1}</c> and <c>\1</c> stand for groups.</summary>
internal static class ReplacementText
{
    public static void Append(StringBuilder result, string replacement, Match match)
    {
        var at = 0;
        while (at < replacement.Length)
        {
            if (TryReadGroup(replacement, at, out var group, out var length))
            {
                // Of a group that the pattern does not have, this is empty.
                result.Append(match.Groups[group].ValueSpan);
                at += length;
            }
            else if (replacement[at] == '\\' && at + 1 < replacement.Length && replacement[at + 1] == '\\')
            {
                result.Append('\\');
                at += 2;
            }
            else
            {
                result.Append(replacement[at++]);
            }
        }
    }

    private static bool TryReadGroup(string text, int at, out int group, out int length)
    {
        var isBraced = text[at] == '$' && at + 1 < text.Length && text[at + 1] == '{';
        var start = at + (isBraced ? 2 : 1);
        var end = start;
        group = 0;
        while (text[at] is '$' or '\\' && end < text.Length && end < start + 2 && char.IsAsciiDigit(text[end]))
        {
            group = (group * 10) + (text[end++] - '0');
        }

        var isGroup = end > start && (!isBraced || (end < text.Length && text[end] == '}'));
        length = end - at + (isBraced ? 1 : 0);
        return isGroup;
    }
}
