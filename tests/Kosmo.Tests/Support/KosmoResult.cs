using System.Text.Json;

namespace Kosmo.Tests.Support;

/// <summary>What a run of kosmo left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record KosmoResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Output);

    public string Everything => Output + Error;

    /// <summary>The keys of an object, in order.</summary>
    public static IEnumerable<string> Keys(JsonElement value) => value.EnumerateObject().Select(static property => property.Name);

    public KosmoResult AssertExit(int code)
    {
        Assert.True(code == ExitCode, $"Exit code {ExitCode}, expected {code}.\n{Output}\n{Error}");
        return this;
    }
}
