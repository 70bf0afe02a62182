using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Records the requests of a rehearsal, and sends them only where others are built from their answers.</summary>
/// <param name="inner">Checks the requests, and sends them.</param>
/// <param name="sends">Whether they are sent; else their answers are unknown.</param>
internal sealed class RecordingTransport(IMissiveTransport inner, bool sends) : IMissiveTransport
{
    private readonly List<ToolRequest> _requests = [];

    public IReadOnlyList<ToolRequest> Requests => _requests;

    public void ThrowIfUnfit(ToolRequest request, string function) => inner.ThrowIfUnfit(request, function);

    public ValueTask<MissiveResponse> SendAsync(ToolRequest request, string function, CancellationToken cancellationToken)
    {
        ThrowIfUnfit(request, function);
        _requests.Add(request);
        return sends ? inner.SendAsync(request, function, cancellationToken) : ValueTask.FromResult(MissiveResponse.Unknown);
    }
}
