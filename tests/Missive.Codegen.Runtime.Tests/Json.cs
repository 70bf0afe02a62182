using System.Text;
using System.Text.Json;

namespace Missive.Codegen.Runtime.Tests;

/// <summary>Short forms for JSON in tests.</summary>
internal static class Json
{
    public static JsonElement Parse(string text) => JsonElement.Parse(text);

    public static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

    public static ToolSettings Settings(params (string Name, string Json)[] values)
        => new() { Values = values.ToDictionary(static value => value.Name, static value => Parse(value.Json)) };
}
