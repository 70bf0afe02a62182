namespace Missive.Codegen.Runtime;

/// <summary>The form of a tool's answer.</summary>
public sealed class ToolResponse
{
    /// <summary>The key of the answer that holds the result; null when the API's JSON is passed on as it is.</summary>
    public string? Envelope { get; init; }

    /// <summary>What stands under <see cref="Envelope"/>.</summary>
    public ResponseShape Shape { get; init; }
}
