using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Permissions;
using Missive.Codegen.Runtime;

namespace Kosmo.Accounts;

/// <summary>What the user configured: the content of one JSON file. What kosmo does not know in it stays.</summary>
internal sealed class Configuration
{
    public const string Provider = "missive";

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
        if (_root["integrations"] is not (null or JsonObject) || _root["integrations"]?[Provider] is not (null or JsonObject))
        {
            return $"integrations.{Provider} is not an object";
        }

        if (Section(create: false) is not { } section)
        {
            return null;
        }

        if (section[EnabledKey] is { } enabled && enabled.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            return $"integrations.{Provider}.{EnabledKey} is neither true nor false";
        }

        return FindPermissionFault(section[PermissionsKey]) ?? FindAccountFault(section[AccountsKey]);
    }

    public static string KeyOf(ToolOperation operation) => operation == ToolOperation.Read ? "read" : "write";

    private static string? FindPermissionFault(JsonNode? permissions)
    {
        if (permissions is not (null or JsonObject))
        {
            return $"integrations.{Provider}.{PermissionsKey} is not an object";
        }

        foreach (var (operation, word) in permissions?.AsObject() ?? [])
        {
            if (word?.GetValueKind() != JsonValueKind.String || PermissionWords.Parse(word.GetValue<string>()) is null)
            {
                return $"integrations.{Provider}.{PermissionsKey}.{operation} is none of allow, ask and deny";
            }
        }

        return null;
    }

    private static string? FindAccountFault(JsonNode? accounts)
    {
        if (accounts is not (null or JsonObject))
        {
            return $"integrations.{Provider}.{AccountsKey} is not an object";
        }

        foreach (var (name, account) in accounts?.AsObject() ?? [])
        {
            if (account is not JsonObject)
            {
                return $"integrations.{Provider}.{AccountsKey}.{name} is not an object";
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
            return Child(Child(_root, "integrations"), Provider);
        }

        return (_root["integrations"] as JsonObject)?[Provider] as JsonObject;
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
