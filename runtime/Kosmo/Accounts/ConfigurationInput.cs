using System.Text.Json;
using Kosmo.Arguments;
using Kosmo.Output;
using Kosmo.Permissions;

namespace Kosmo.Accounts;

/// <summary>Reads what is to be configured from JSON. What the command line says too, it says later and wins.</summary>
internal static class ConfigurationInput
{
    private static readonly string[] Keys = ["account", "scope", "set", "credentials", "unset", "enabled", "permissions"];

    /// <exception cref="KosmoException">The text is not JSON, or not what can be configured.</exception>
    public static void Read(string text, ConfigurationChange change)
    {
        var input = Parse(text);
        foreach (var property in input.EnumerateObject())
        {
            ReadProperty(property, input, change);
        }
    }

    private static JsonElement Parse(string text)
    {
        const string Invalid = "Invalid JSON supplied on stdin.";
        try
        {
            var input = JsonText.Parse(text);
            return input.ValueKind == JsonValueKind.Object ? input : throw new KosmoException("input", $"{Invalid} It must be an object.");
        }
        catch (JsonException error)
        {
            throw new KosmoException("input", $"{Invalid} {JsonText.Describe(error, text)}");
        }
    }

    private static void ReadProperty(JsonProperty property, JsonElement input, ConfigurationChange change)
    {
        switch (property.Name)
        {
            case "account":
                change.Account ??= Text(property);
                break;
            case "scope":
                change.IsProject |= Scope(property);
                break;
            case "set":
            case "credentials" when !input.TryGetProperty("set", out _):
                ReadValues(property, change);
                break;
            case "credentials":
                break;
            case "unset":
                ReadUnset(property, change);
                break;
            case "enabled":
                change.IsEnabled = property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? property.Value.GetBoolean()
                    : throw Wrong(property, "true or false");
                break;
            case "permissions":
                ReadPermissions(property, change);
                break;
            default:
                var question = NearMiss.Question(property.Name, Keys);
                throw new KosmoException(
                    "input", $"'{PlainText.OneLine(property.Name)}' cannot be configured.{(question.Length == 0 ? $" There are {string.Join(", ", Keys)}." : question)}");
        }
    }

    private static void ReadValues(JsonProperty property, ConfigurationChange change)
    {
        foreach (var entry in Object(property).EnumerateObject())
        {
            var field = FieldOf(entry.Name);
            switch (entry.Value.ValueKind)
            {
                case JsonValueKind.Null:
                    change.Unset(field);
                    break;
                case JsonValueKind.String:
                    SetText(field, entry.Value.GetString()!, change);
                    break;
                default:
                    change.Set(field, entry.Value.Clone());
                    break;
            }
        }
    }

    private static void SetText(AccountField field, string text, ConfigurationChange change)
    {
        try
        {
            change.Set(field, text);
        }
        catch (JsonException error)
        {
            throw new KosmoException("input", $"'{field.Key}' begins like JSON. {JsonText.Describe(error, text)} Give the object itself instead of a text.");
        }
    }

    private static void ReadUnset(JsonProperty property, ConfigurationChange change)
    {
        if (property.Value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(property, "a list of keys");
        }

        foreach (var key in property.Value.EnumerateArray())
        {
            change.Unset(FieldOf(key.ValueKind == JsonValueKind.String ? key.GetString()! : throw Wrong(property, "a list of keys")));
        }
    }

    private static void ReadPermissions(JsonProperty property, ConfigurationChange change)
    {
        foreach (var entry in Object(property).EnumerateObject())
        {
            var operation = PermissionWords.ParseOperation(entry.Name)
                ?? throw new KosmoException("permission", $"'permissions' holds read and write, not '{PlainText.OneLine(entry.Name)}'.");
            change.Permissions[operation] = PermissionWords.Parse(entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() : null)
                ?? throw new KosmoException("permission", $"'permissions.{entry.Name}' must be \"allow\", \"ask\" or \"deny\", not {PlainText.OneLine(entry.Value.GetRawText())}.");
        }
    }

    private static AccountField FieldOf(string key)
        => AccountFields.Find(key) ?? throw new KosmoException("unknown_field", AccountFields.UnknownText(key), AccountFields.Listing);

    private static bool Scope(JsonProperty property) => Text(property) switch
    {
        "project" => true,
        "global" => false,
        _ => throw Wrong(property, "'project' or 'global'"),
    };

    private static string Text(JsonProperty property)
        => property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : throw Wrong(property, "a text");

    private static JsonElement Object(JsonProperty property)
        => property.Value.ValueKind == JsonValueKind.Object ? property.Value : throw Wrong(property, "an object");

    private static KosmoException Wrong(JsonProperty property, string expected) => new("input", $"'{property.Name}' must be {expected}.");
}
