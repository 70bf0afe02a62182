using System.Text.Json;
using Kosmo.Arguments;
using Kosmo.CommandLine;
using Kosmo.Permissions;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>What is to be configured. It is checked as a whole before anything of it is stored.</summary>
internal sealed class ConfigurationChange
{
    // Stands for a token that is not there yet, so that everything else can be checked.
    private const string AnyToken = "unset";

    private readonly Dictionary<string, JsonElement?> _values = new(StringComparer.Ordinal);

    /// <summary>The account as it was named; null for the default one.</summary>
    public string? Account { get; set; }

    /// <summary>Whether permissions and <see cref="IsEnabled"/> go to the project's file.</summary>
    public bool IsProject { get; set; }

    public bool? IsEnabled { get; set; }

    public Dictionary<ToolOperation, Permission> Permissions { get; } = [];

    public IEnumerable<string> KeysSet => _values.Where(static entry => entry.Value is not null).Select(static entry => entry.Key);

    public IEnumerable<string> KeysUnset => _values.Where(static entry => entry.Value is null).Select(static entry => entry.Key);

    public bool IsEmpty => _values.Count == 0 && IsEnabled is null && Permissions.Count == 0;

    /// <summary>Sets a field to the value that a text stands for; a blank one removes it.</summary>
    /// <exception cref="JsonException">The text begins like an object or a list and is no JSON.</exception>
    public void Set(AccountField field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Unset(field);
        }
        else
        {
            Set(field, JsonElement.Parse(ValueCoercion.ToJson(AccountFields.AsParameters.FindParameter(field.Key), text.Trim())));
        }
    }

    /// <summary>Sets a field.</summary>
    public void Set(AccountField field, JsonElement value)
    {
        FieldCheck.ThrowIfInvalid(field, value);
        _values[field.Key] = value;
    }

    public void Unset(AccountField field) => _values[field.Key] = null;

    /// <summary>Stores everything.</summary>
    /// <param name="session">Where to; what it has read before is read anew.</param>
    /// <exception cref="Output.KosmoException">Something is refused; nothing was stored.</exception>
    public void Apply(Session session)
    {
        var account = AccountName.Parse(Account);
        if (account is not null)
        {
            AccountName.ThrowIfUnfit(account);
        }

        // Looked up before anything is stored: the file may be refused.
        var project = IsProject && (IsEnabled is not null || Permissions.Count > 0) ? session.Project : null;
        if (!IsProject || _values.Count > 0)
        {
            session.Update(configuration => Store(configuration, account));
        }

        project?.Update(StoreRules);
    }

    private void Store(Configuration configuration, string? account)
    {
        foreach (var (key, value) in _values)
        {
            if (value is { } given)
            {
                configuration.Set(account, key, given);
            }
            else
            {
                configuration.Unset(account, key);
            }
        }

        Check(configuration, account);
        if (!IsProject)
        {
            StoreRules(configuration);
        }
    }

    private void StoreRules(Configuration configuration)
    {
        if (IsEnabled is { } enabled)
        {
            configuration.IsEnabled = enabled;
        }

        foreach (var (operation, permission) in Permissions)
        {
            configuration.SetPermission(operation, permission);
        }
    }

    private void Check(Configuration configuration, string? account)
    {
        if (_values.Count == 0)
        {
            return;
        }

        var options = new MissiveOptions { AccessToken = AnyToken };
        foreach (var field in AccountFields.All)
        {
            if (configuration.Get(account, field.Key) is { } value)
            {
                FieldCheck.ThrowIfInvalid(field, value);
                field.Option.Apply(options, value);
            }
        }

        FieldCheck.ThrowIfInvalid(options, static field => field.Key);
    }
}
