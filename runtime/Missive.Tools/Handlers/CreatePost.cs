using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary><c>create_post</c>: the API insists on a notification, which is made from the post where the call has none.</summary>
internal sealed class CreatePost : FunctionHandler
{
    private const string DefaultTitle = "New post";

    // Where a card has words, the most telling first.
    private static readonly string[] CardTexts = ["text", "markdown", "title", "pretext", "filename"];

    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var post = call.Body("body").Content;
        var body = RequestBody.Write((post, call.Settings), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("posts");
            ContentWriter.WriteFields(writer, PostContent.Definition, state.post, state.Settings, "notification");
            WriteNotification(writer, state.post, state.Settings);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
        var response = await call.SendAsync(new ToolRequest("POST", "/posts", body), cancellationToken).ConfigureAwait(false);
        return Answers.Of(call, response);
    }

    private static void WriteNotification(Utf8JsonWriter writer, JsonElement post, ToolSettings settings)
    {
        var given = post.TryGetProperty("notification", out var value) && value.ValueKind == JsonValueKind.Object ? value : default;
        var title = ListItems.Text(given, "title") ?? ListItems.Text(post, "username") ?? DefaultTitle;
        writer.WriteStartObject("notification");
        if (given.ValueKind == JsonValueKind.Object)
        {
            ContentWriter.WriteFields(writer, PostNotification.Definition, given, settings, "title", "body");
        }

        writer.WriteString("title", title);
        writer.WriteString("body", ListItems.Text(given, "body") ?? TextOf(post) ?? title);
        writer.WriteEndObject();
    }

    private static string? TextOf(JsonElement post)
    {
        if ((ListItems.Text(post, "text") ?? ListItems.Text(post, "markdown") ?? CardText(post)) is not { } text)
        {
            return null;
        }

        var plain = PlainText.Of(text, PlainText.MaxNotification);
        return plain.Length == 0 ? null : plain;
    }

    private static string? CardText(JsonElement post)
    {
        if (!post.TryGetProperty("attachments", out var cards) || cards.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var card in cards.EnumerateArray())
        {
            foreach (var name in CardTexts)
            {
                if (ListItems.Text(card, name) is { Length: > 0 } text)
                {
                    return text;
                }
            }
        }

        return null;
    }
}
