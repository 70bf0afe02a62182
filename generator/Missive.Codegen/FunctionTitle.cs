namespace Missive.Codegen;

/// <summary>A function's name as a title: <c>api_get</c> as <c>API Get</c>. The pages and the command line show the same.</summary>
internal static class FunctionTitle
{
    public static string Of(string name) => string.Join(" ", name.Split('_').Select(static word => word switch
    {
        "api" or "id" or "url" => word.ToUpperInvariant(),
        _ => char.ToUpperInvariant(word[0]) + word[1..],
    }));
}
