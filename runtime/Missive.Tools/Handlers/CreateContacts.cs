using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary><c>create_contacts</c>: fills the contact book, and puts flat emails and phone numbers where the API has them.</summary>
internal sealed class CreateContacts : FunctionHandler
{
    // Official: it fits every kind.
    private const string DefaultLabel = "other";

    private static readonly (string Field, string Kind)[] Shorthands =
        [("email", "email"), ("emails", "email"), ("phone", "phone_number"), ("phone_number", "phone_number")];

    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var body = call.Body("body");
        var book = FindWithoutBook(call, body) is { } path
            ? await call.Lookups.ContactBooks.FindOnlyAsync(call, path, cancellationToken).ConfigureAwait(false)
            : null;
        var content = RequestBody.Write((body, book, call.Settings), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("contacts");
            foreach (var contact in state.body)
            {
                WriteContact(writer, contact, state.book, state.Settings);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        var response = await call.SendAsync(new ToolRequest("POST", "/contacts", content), cancellationToken).ConfigureAwait(false);
        return Answers.Of(call, response);
    }

    // The path of the first contact book that neither the call nor a setting names; null when there is none.
    private static string? FindWithoutBook(ToolCall call, BodyContent body)
    {
        if (call.Settings.TryGet(ContactBookLookup.Setting, out _))
        {
            return null;
        }

        var index = 0;
        foreach (var contact in body)
        {
            if (!HasBook(contact))
            {
                return $"body{(body.IsEnveloped ? ".contacts" : "")}{(body.IsList ? $"[{index}]" : "")}.contact_book";
            }

            index++;
        }

        return null;
    }

    private static bool HasBook(JsonElement contact) => ListItems.Text(contact, "contact_book") is not null;

    private static void WriteContact(Utf8JsonWriter writer, JsonElement contact, string? book, ToolSettings settings)
    {
        writer.WriteStartObject();
        ContentWriter.WriteFields(
            writer, ContactContent.Definition, contact, settings, "infos", "email", "emails", "phone", "phone_number");
        if (book is not null && !HasBook(contact))
        {
            writer.WriteString("contact_book", book);
        }

        var infos = contact.ValueKind == JsonValueKind.Object && contact.TryGetProperty("infos", out var given) ? given : default;
        var details = Details(contact);
        if (details.Count > 0 || infos.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            writer.WriteStartArray("infos");
            WriteInfos(writer, infos, settings);
            foreach (var (kind, value) in details)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", kind);
                writer.WriteString("label", DefaultLabel);
                writer.WriteString("value", value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteInfos(Utf8JsonWriter writer, JsonElement infos, ToolSettings settings)
    {
        if (infos.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var info in infos.EnumerateArray())
        {
            writer.WriteStartObject();
            ContentWriter.WriteFields(writer, ContactInfo.Definition, info, settings);
            if (ListItems.Text(info, "label") is null)
            {
                writer.WriteString("label", DefaultLabel);
            }

            writer.WriteEndObject();
        }
    }

    private static List<(string Kind, string Value)> Details(JsonElement contact)
    {
        var details = new List<(string Kind, string Value)>();
        foreach (var (field, kind) in Shorthands)
        {
            if (ListItems.Text(contact, field) is { } text)
            {
                details.Add((kind, text));
            }
            else if (contact.ValueKind == JsonValueKind.Object
                && contact.TryGetProperty(field, out var list)
                && list.ValueKind == JsonValueKind.Array)
            {
                details.AddRange(list.EnumerateArray().Select(item => (kind, item.GetString()!)));
            }
        }

        return details;
    }
}
