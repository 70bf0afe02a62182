using System.Text;
using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools.Tests.Support;

/// <summary>Answers requests from a function and remembers them, where a test needs an API that no emulator option gives.</summary>
internal sealed class StubTransport(Func<string, JsonElement> answer) : IMissiveTransport
{
    public List<string> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public ValueTask<MissiveResponse> SendAsync(ToolRequest request, string function, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.PathAndQuery}");
        Bodies.Add(Encoding.UTF8.GetString(request.Body.Span));
        return ValueTask.FromResult(new MissiveResponse(200, answer(request.PathAndQuery)));
    }

    public void ThrowIfUnfit(ToolRequest request, string function)
    {
    }

    public static StubTransport Answering(params string[] answers)
    {
        var next = 0;
        return new StubTransport(_ => JsonElement.Parse(answers[Math.Min(next++, answers.Length - 1)]));
    }
}
