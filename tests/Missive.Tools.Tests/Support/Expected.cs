using System.Text.Json;
using Missive.Emulator.Recording;

namespace Missive.Tools.Tests.Support;

/// <summary>A request that a test expects: its line, where <c>{name}</c> stands for any value, and its body as JSON.</summary>
internal sealed record Expected(string Line, string? Body = null)
{
    public static implicit operator Expected(string line) => new(line);

    public static implicit operator Expected((string Line, string Body) request) => new(request.Line, request.Body);

    public static void AssertEqual(IReadOnlyList<Expected> expected, IReadOnlyList<RecordedRequest> actual)
        => AssertEqual(expected, [.. actual.Select(static request => (request.Line, request.BodyText))]);

    public static void AssertEqual(IReadOnlyList<Expected> expected, IReadOnlyList<(string Line, string Body)> actual)
    {
        Assert.True(
            expected.Count == actual.Count,
            $"Expected {expected.Count} requests, got {actual.Count}:\n{string.Join('\n', actual.Select(static request => request.Line))}");
        for (var i = 0; i < expected.Count; i++)
        {
            expected[i].AssertMatches(actual[i].Line, actual[i].Body);
        }
    }

    private void AssertMatches(string line, string body)
    {
        Assert.True(Matches(line), $"Expected {Line}\nGot      {line}");
        if (Body is null)
        {
            Assert.True(body.Length == 0, $"{Line}: no body expected, got {body}");
            return;
        }

        Assert.False(body.Length == 0, $"{Line}: a body is expected.");
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Body), JsonElement.Parse(body)), $"{Line}\nExpected {Body}\nGot      {body}");
    }

    private bool Matches(string line)
    {
        var (path, query) = Split(Line);
        var (actualPath, actualQuery) = Split(line);
        return IsLike(path, actualPath)
            && query.Length == actualQuery.Length
            && query.Zip(actualQuery).All(static pair => IsLike(pair.First, pair.Second));
    }

    private static (string Path, string[] Query) Split(string line)
    {
        var mark = line.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (line, []) : (line[..mark], [.. line[(mark + 1)..].Split('&').Order(StringComparer.Ordinal)]);
    }

    private static bool IsLike(string pattern, string text)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return string.Equals(pattern, text, StringComparison.Ordinal);
        }

        var close = pattern.IndexOf('}', open);
        var tail = pattern[(close + 1)..];
        return text.StartsWith(pattern[..open], StringComparison.Ordinal)
            && text.EndsWith(tail, StringComparison.Ordinal)
            && text.Length > open + tail.Length;
    }
}
