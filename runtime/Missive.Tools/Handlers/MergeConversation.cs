using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary><c>merge_conversation</c>: a conversation cannot go into itself, and a merge cannot be undone.</summary>
internal sealed class MergeConversation : FunctionHandler
{
    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (call.Text("body.target") is { } target && string.Equals(target, call.Text("conversation_id"), StringComparison.Ordinal))
        {
            throw Refusal.Of(
                call,
                ToolValidationCodes.Conflict,
                "body.target",
                "another conversation than conversation_id",
                Excerpt.Quoted(target),
                "conversation_id is the conversation that goes into target, and target the one that stays.");
        }

        return Answers.Of(call, await call.SendAsync(call.BuildRequest(), cancellationToken).ConfigureAwait(false));
    }
}
