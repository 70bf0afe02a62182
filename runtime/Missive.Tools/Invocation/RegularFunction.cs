using System.Runtime.CompilerServices;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>A function of one request that its definition describes.</summary>
internal sealed class RegularFunction : FunctionHandler
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
        => Answers.Of(call, await call.SendAsync(call.BuildRequest(), cancellationToken).ConfigureAwait(false));
}
