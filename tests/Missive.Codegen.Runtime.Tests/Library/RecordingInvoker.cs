using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Missive.Codegen.Runtime.Tests.Library;

/// <summary>Keeps the requests that calls would make, and answers what it was told to.</summary>
internal sealed class RecordingInvoker(string answer = "{}", params string[] items) : IToolInvoker
{
    public List<ToolRequest> Requests { get; } = [];

    public ToolSettings Settings { get; init; } = ToolSettings.Default;

    public ToolValidationOptions ValidationOptions => new() { Settings = Settings };

    public ValueTask<ToolAnswer> InvokeAsync(ToolDefinition definition, JsonElement arguments, CancellationToken cancellationToken)
    {
        Requests.Add(ToolRequestBuilder.Build(definition, arguments, Settings));
        return new(Json.Parse(answer));
    }

    public async IAsyncEnumerable<JsonElement> StreamAsync(
        ToolDefinition definition,
        JsonElement arguments,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Requests.Add(ToolRequestBuilder.Build(definition, arguments, Settings));
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await Task.FromResult(Json.Parse(item));
        }
    }
}
