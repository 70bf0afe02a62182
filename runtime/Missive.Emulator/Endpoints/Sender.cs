using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

/// <summary>
/// Whom a draft comes from: an alias of the owner, a phone number of one of the owner's accounts, free values in a custom
/// channel, or the default sender. Anything else is a 400 (secondary, live).
/// </summary>
internal static class Sender
{
    public static JsonObject Of(ApiCall call, JsonObject draft)
    {
        var channel = draft.Text("account") is { } account ? call.Account.RequireMessageAccount(account) : null;
        if (draft["from_field"] is not JsonObject from)
        {
            if (channel is not null)
            {
                return new JsonObject { ["id"] = channel.Id };
            }

            return call.Options.DefaultSender is { } sender
                ? new JsonObject { ["address"] = sender }
                : throw ApiRefusalException.BadRequest("'from_field' is required: the account has no default sender");
        }

        if (from.Text("address") is { } address)
        {
            RequireAlias(call, address);
        }
        else if (from.Text("phone_number") is { } phone)
        {
            RequirePhone(call, phone, from.Text("type"));
        }
        else if (channel is null)
        {
            throw ApiRefusalException.BadRequest("'from_field' needs 'account' when it names no address or phone number");
        }

        return from.DeepClone().AsObject();
    }

    private static void RequireAlias(ApiCall call, string address)
    {
        var isOwn = call.Options.SenderAliases.Contains(address, StringComparer.OrdinalIgnoreCase)
            || string.Equals(call.Options.DefaultSender, address, StringComparison.OrdinalIgnoreCase);
        if (!isOwn)
        {
            throw ApiRefusalException.BadRequest($"'from_field' address '{address}' is not an available sender");
        }
    }

    private static void RequirePhone(ApiCall call, string phone, string? type)
    {
        if (!call.Account.MessageAccounts.Exists(known => known.PhoneNumber == phone && (type is null || known.PhoneType == type)))
        {
            throw ApiRefusalException.BadRequest($"'from_field' phone number '{phone}' is not an available sender");
        }
    }
}
