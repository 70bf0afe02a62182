using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Output;
using Kosmo.Permissions;
using Missive.Codegen.Runtime;

namespace Kosmo.Accounts;

/// <summary>What the user configured: the content of one JSON file. What kosmo does not know in it stays.</summary>
internal sealed class Configuration
{
    public const string Provider = "missive";

    private const string IntegrationsKey = "integrations";
    private const string AccountsKey = "accounts";
    private const string PermissionsKey = "permissions";
    private const string EnabledKey = "enabled";

    private readonly JsonObject _root;

    public Configuration(JsonObject root) => _root = root;

    public JsonObject Root => _root;

    public bool IsEnabled
    {
        get => Section(create: false)?[EnabledKey] is not JsonValue value || !value.TryGetValue(out bool enabled) || enabled;
        set => Section(create: true)![EnabledKey] = value;
    }

    /// <summary>The names of the accounts beside the default one, in ordinal order.</summary>
    public IReadOnlyList<string> AccountNames => Accounts(create: false) is { } accounts
        ? [.. accounts.Select(static entry => entry.Key).Where(static name => name != AccountName.Default).Order(StringComparer.Ordinal)]
        : [];

    public bool HasAccount(string? account) => Accounts(create: false)?[AccountName.Show(account)] is JsonObject;

    /// <summary>What an account was given under a key; null for nothing, or a blank text.</summary>
    public JsonElement? Get(string? account, string key)
    {
        var value = (Accounts(create: false)?[AccountName.Show(account)] as JsonObject)?[key];
        if (value is null || (value is JsonValue text && text.TryGetValue(out string? content) && string.IsNullOrWhiteSpace(content)))
        {
            return null;
        }

        return JsonElement.Parse(value.ToJsonString());
    }

    public void Set(string? account, string key, JsonElement value) => AccountOf(account)[key] = JsonNode.Parse(value.GetRawText());

    /// <summary>Takes a key from an account; an account that has nothing left is gone.</summary>
    public void Unset(string? account, string key)
    {
        if (Accounts(create: false) is { } accounts && accounts[AccountName.Show(account)] is JsonObject given && given.Remove(key) && given.Count == 0)
        {
            accounts.Remove(AccountName.Show(account));
        }
    }

    /// <summary>The permission that was set for an operation; null for none.</summary>
    public Permission? PermissionOf(ToolOperation operation)
        => (Section(create: false)?[PermissionsKey] as JsonObject)?[KeyOf(operation)] is JsonValue value && value.TryGetValue(out string? word)
            ? PermissionWords.Parse(word)
            : null;

    public void SetPermission(ToolOperation operation, Permission permission)
        => Child(Section(create: true)!, PermissionsKey)[KeyOf(operation)] = permission.Word();

    /// <summary>What is wrong with the file's structure, as a sentence; null when nothing is.</summary>
    public string? FindFault()
    {
        if (_root[IntegrationsKey] is not (null or JsonObject) || _root[IntegrationsKey]?[Provider] is not (null or JsonObject))
        {
            return $"{IntegrationsKey}.{Provider} is not an object";
        }

        if (Section(create: false) is not { } section)
        {
            return null;
        }

        if (section[EnabledKey] is { } enabled && enabled.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            return $"{IntegrationsKey}.{Provider}.{EnabledKey} is neither true nor false";
        }

        return FindPermissionFault(section[PermissionsKey]) ?? FindAccountFault(section[AccountsKey]);
    }

    /// <summary>What no project's file has, as a sentence; null for nothing. Other integrations are none of kosmo's business.</summary>
    public string? FindUnknown()
    {
        var unknown = FindUnknown(_root, "", static key => key is "version" or IntegrationsKey)
            ?? FindUnknown(_root[IntegrationsKey] as JsonObject, $"{IntegrationsKey}.", static key => key == Provider || NearestName.Find(key, [Provider]) is null)
            ?? FindUnknown(Section(create: false), $"{IntegrationsKey}.{Provider}.", static key => key is EnabledKey or PermissionsKey or AccountsKey);
        return unknown is null
            ? null
            : $"{unknown} is not known; a project's file has {IntegrationsKey}.{Provider}.{EnabledKey} and {IntegrationsKey}.{Provider}.{PermissionsKey}";
    }

    public static string KeyOf(ToolOperation operation) => operation == ToolOperation.Read ? "read" : "write";

    private static string? FindUnknown(JsonObject? content, string place, Func<string, bool> isKnown)
        => content?.Select(static entry => entry.Key).FirstOrDefault(key => !isKnown(key)) is { } unknown ? place + PlainText.OneLine(unknown) : null;

    private static string? FindPermissionFault(JsonNode? permissions)
    {
        if (permissions is not (null or JsonObject))
        {
            return $"{IntegrationsKey}.{Provider}.{PermissionsKey} is not an object";
        }

        foreach (var (operation, word) in permissions?.AsObject() ?? [])
        {
            // One that is misspelt would be believed to forbid.
            if (operation is not ("read" or "write"))
            {
                return $"{IntegrationsKey}.{Provider}.{PermissionsKey} holds read and write, not '{PlainText.OneLine(operation)}'";
            }

            if (word?.GetValueKind() != JsonValueKind.String || PermissionWords.Parse(word.GetValue<string>()) is null)
            {
                return $"{IntegrationsKey}.{Provider}.{PermissionsKey}.{operation} is none of allow, ask and deny";
            }
        }

        return null;
    }

    private static string? FindAccountFault(JsonNode? accounts)
    {
        if (accounts is not (null or JsonObject))
        {
            return $"{IntegrationsKey}.{Provider}.{AccountsKey} is not an object";
        }

        foreach (var (name, account) in accounts?.AsObject() ?? [])
        {
            if (account is not JsonObject)
            {
                return $"{IntegrationsKey}.{Provider}.{AccountsKey}.{name} is not an object";
            }

            if (name != AccountName.Default && AccountName.FindFault(name) is { } fault)
            {
                return $"an account cannot be named '{name}': {fault.TrimEnd('.')}";
            }
        }

        return null;
    }

    private JsonObject AccountOf(string? account) => Child(Accounts(create: true)!, AccountName.Show(account));

    private JsonObject? Accounts(bool create) => Section(create) is { } section
        ? create ? Child(section, AccountsKey) : section[AccountsKey] as JsonObject
        : null;

    private JsonObject? Section(bool create)
    {
        if (create)
        {
            return Child(Child(_root, IntegrationsKey), Provider);
        }

        return (_root[IntegrationsKey] as JsonObject)?[Provider] as JsonObject;
    }

    private static JsonObject Child(JsonObject parent, string key)
    {
        if (parent[key] is JsonObject child)
        {
            return child;
        }

        child = [];
        parent[key] = child;
        return child;
    }
}
