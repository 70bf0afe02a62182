using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Account.Json;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

/// <summary>Posts. Over-long texts are cut by the API, not refused, so that no length is checked.</summary>
internal static class PostEndpoints
{
    private static readonly BodySchema Attachment = new(
        [
            BodyField.HexOrNamedColor("color"),
            BodyField.Text("pretext"),
            BodyField.Text("author_name"),
            BodyField.WebAddress("author_link"),
            BodyField.WebAddress("author_icon"),
            BodyField.Text("title"),
            BodyField.WebAddress("title_link"),
            BodyField.WebAddress("image_url"),
            BodyField.Text("text"),
            BodyField.Text("markdown"),
            BodyField.Instant("timestamp"),
            BodyField.Text("footer"),
            BodyField.WebAddress("footer_icon"),
            BodyField.NestedList("fields", new BodySchema([BodyField.Text("title"), BodyField.Text("value"), BodyField.Flag("short")])),

            // Files, as in drafts (secondary).
            BodyField.Text("base64_data"),
            BodyField.Text("filename"),
        ],
        BodyRules.Needs("filename", "base64_data"),
        BodyRules.Needs("base64_data", "filename"));

    private static readonly BodySchema Schema = new(
        [
            BodyField.Text("username"),
            BodyField.WebAddress("username_icon"),
            BodyField.WebAddress("conversation_icon"),
            BodyField.Text("text"),
            BodyField.Text("markdown"),
            BodyField.Nested("notification", new BodySchema([BodyField.Text("title").Required(), BodyField.Text("body").Required()])).Required(),
            BodyField.NestedList("attachments", Attachment),
            BodyField.TextList("references"),
            BodyField.Text("conversation"),
            BodyField.Text("conversation_subject"),
            BodyField.Flag("reopen"),
            .. ConversationActions.Fields,
        ],
        [.. ConversationActions.Rules, BodyRules.AtLeastOne("text", "markdown", "attachments")]);

    public static IReadOnlyList<Route> Routes { get; } = [Route.Post("/posts", Create), Route.Delete("/posts/{id}", Delete)];

    private static ApiAnswer Create(ApiCall call)
    {
        var item = BodyReader.Single(call, "posts", Schema);
        var account = call.Account;
        ConversationActions.Check(account, item);
        ConversationLookup.Check(account, item);
        Attachments.Check(item, "posts");

        var conversation = ConversationLookup.FindOrCreate(account, item, inInbox: false);
        var id = account.Ids.Next("post");
        var author = (item.Text("username") ?? account.UserById(AccountState.OwnerId)!.Name, item.Text("username_icon"));
        var json = EntryJson.Post(id, item["notification"]!.AsObject(), Shown(account, item), author, account.Clock.Now);
        var text = item.Text("markdown") ?? item.Text("text");
        account.Place(conversation.Posts, new ConversationEntry(id, account.Clock.Now, json, text), conversation);

        // Secondary, live: a post reopens a closed conversation unless told not to.
        if (item.OptionalFlag("reopen") != false)
        {
            ConversationActions.SetClosed(conversation, false);
        }

        ConversationActions.Apply(account, item, conversation);
        call.Record(EffectKind.Created, "posts", id, text);
        return WriteAnswers.Created(call, "posts", new JsonObject { ["id"] = id, ["conversation"] = conversation.Id });
    }

    private static JsonArray Shown(AccountState account, JsonObject item) => new([.. item.Objects("attachments").Select(attachment =>
        attachment.Text("base64_data") is { } data
            ? Attachments.Store(account, attachment.Text("filename")!, data)
            : attachment.DeepClone())]);

    private static ApiAnswer Delete(ApiCall call)
    {
        if (!call.Account.HomeOf.TryGetValue(call.Id, out var conversation) || !conversation.Posts.Exists(post => post.Id == call.Id))
        {
            throw ApiRefusalException.NotFound($"post '{call.Id}' is not found");
        }

        if (conversation.OrganizationId is not null && !call.Options.TokenOwnerIsAdmin)
        {
            throw ApiRefusalException.Forbidden("only admins and owners of the organization may delete posts of a shared conversation");
        }

        conversation.Posts.RemoveAll(post => post.Id == call.Id);
        call.Account.HomeOf.Remove(call.Id);
        call.Record(EffectKind.Deleted, "posts", call.Id, call.Id);
        return WriteAnswers.Deleted(call);
    }
}
