using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary><c>list_hooks</c>: tries what the API does not document, and says so when it is not there.</summary>
internal sealed class ListHooks : FunctionHandler
{
    private const int NotFound = 404;
    private const int MethodNotAllowed = 405;

    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        try
        {
            return Answers.Of(call, await call.SendAsync(call.BuildRequest(), cancellationToken).ConfigureAwait(false));
        }
        catch (MissiveApiException refusal) when (refusal.Status is NotFound or MethodNotAllowed)
        {
            throw new MissiveNotOfferedException(
                $"{call.Definition.Name}: Missive's API does not list webhook subscriptions. Each is a rule: look at Rules in Missive's "
                + "settings, or keep the IDs that create_hook returns.",
                call.Definition.Name,
                refusal);
        }
    }
}
