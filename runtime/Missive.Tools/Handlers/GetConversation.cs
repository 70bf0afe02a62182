using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary><c>get_conversation</c>: the API's answer has no messages, so a second request reads the newest.</summary>
internal sealed class GetConversation : FunctionHandler
{
    private const int MessageCount = 10;

    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var asked = call.Text("id")!;
        var response = await call.SendAsync(call.BuildRequest(), cancellationToken).ConfigureAwait(false);
        var returned = IdOf(response.Body) ?? asked;
        var (messages, error) = await ReadMessagesAsync(call, returned, cancellationToken).ConfigureAwait(false);
        return Answers.Extend(response, static (writer, parts) =>
        {
            if (parts.messages is { } messages)
            {
                WriteNewest(writer, messages);
            }
            else
            {
                writer.WriteString("messages_error", parts.error);
            }

            // A merged conversation answers to the ids of those that went into it.
            if (!string.Equals(parts.returned, parts.asked, StringComparison.Ordinal))
            {
                writer.WriteString("merged_from", parts.asked);
            }
        }, (messages, error, asked, returned), "messages", "messages_error", "merged_from");
    }

    public override async ValueTask<string?> RehearseAsync(ToolCall call, CancellationToken cancellationToken)
    {
        await call.SendAsync(call.BuildRequest(), cancellationToken).ConfigureAwait(false);
        return $"GET /conversations/{{id}}/messages?limit={MessageCount}, with the ID of the conversation that is answered: after a merge, another one.";
    }

    private static async ValueTask<(JsonElement? Messages, string? Error)> ReadMessagesAsync(
        ToolCall call, string id, CancellationToken cancellationToken)
    {
        try
        {
            var target = $"/conversations/{Uri.EscapeDataString(id)}/messages?limit={MessageCount}";
            var response = await call.GetAsync(target, cancellationToken).ConfigureAwait(false);
            return (ListItems.Of(call, response, "messages"), null);
        }
        catch (MissiveException error)
        {
            // The conversation is what was asked for; it is not lost for its messages.
            return (null, error.Message);
        }
    }

    private static void WriteNewest(Utf8JsonWriter writer, JsonElement messages)
    {
        writer.WriteStartArray("messages");
        foreach (var message in messages.EnumerateArray().Take(MessageCount))
        {
            Answers.WriteWhole(writer, message);
        }

        writer.WriteEndArray();
    }

    private static string? IdOf(JsonElement answer)
        => answer.ValueKind == JsonValueKind.Object
            && answer.TryGetProperty("conversations", out var conversations)
            && conversations.ValueKind == JsonValueKind.Array
            && conversations.GetArrayLength() > 0
                ? ListItems.Text(conversations[0], "id")
                : null;
}
