namespace Kosmo.Calls;

/// <summary>A function's name as a title: <c>List Conversations</c>.</summary>
internal static class FunctionTitle
{
    public static string Of(string name)
        => string.Join(' ', name.Split('_').Select(static word => word is "api" ? "API" : $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
}
