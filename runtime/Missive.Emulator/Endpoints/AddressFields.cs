using System.Text.Json.Nodes;
using Missive.Emulator.Bodies;

namespace Missive.Emulator.Endpoints;

/// <summary>Senders and recipients. Which of the forms fits depends on the channel.</summary>
internal static class AddressFields
{
    /// <summary>Email: address and name.</summary>
    public static BodySchema Email { get; } = new([BodyField.Text("address").Required(), BodyField.Text("name")]);

    /// <summary>Any channel: an email address, a phone number, or an id with a user name.</summary>
    public static BodySchema AnyChannel { get; } = new(
        [
            BodyField.Text("address"),
            BodyField.Text("name"),
            BodyField.Text("phone_number"),
            BodyField.Text("id"),
            BodyField.Text("username"),
        ],
        HasIdentity);

    public static BodySchema Sender { get; } = new(
        [.. AnyChannel.Fields, BodyField.Choice("type", "signalwire", "twilio", "twilio_whatsapp", "whatsapp")],
        HasIdentity);

    public static BodySchema File { get; } = new([BodyField.Text("base64_data").Required(), BodyField.Text("filename").Required()]);

    private static string? HasIdentity(JsonObject item)
    {
        if (item.Text("phone_number") is { } phone && !IsPhoneNumber(phone))
        {
            return "'phone_number' must be + and digits";
        }

        return item.ContainsKey("address") || item.ContainsKey("phone_number") || item.ContainsKey("id") || item.ContainsKey("username")
            ? null
            : "one of address, phone_number, id, username is required";
    }

    private static bool IsPhoneNumber(string text) =>
        text.Length > 1 && text[0] == '+' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
