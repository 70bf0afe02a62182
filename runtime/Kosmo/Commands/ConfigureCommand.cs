using System.Text.Json;
using Kosmo.Accounts;
using Kosmo.Arguments;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Output;
using Kosmo.Permissions;
using Missive.Codegen.Runtime;

namespace Kosmo.Commands;

/// <summary><c>integrations:configure</c>: credentials, settings and permissions.</summary>
internal sealed class ConfigureCommand : KosmoCommand
{
    private const string FromInput = "-";

    private readonly Argument _provider = new("provider", ProviderArgument.Description) { IsRequired = true, Completions = ProviderArgument.Names };
    private readonly TextOption _account = AccountNameOption.Create();
    private readonly ListOption _set = new("--set", "key=value", "Set a credential or setting. With - as value it is read from standard input, on a terminal without echo, and stays out of the shell's history. Repeatable.") { Completions = static () => AccountFields.All.Select(static field => $"{field.Key}=") };
    private readonly ListOption _unset = new("--unset", "key", "Remove a credential or setting. Repeatable.") { Completions = static () => AccountFields.All.Select(static field => field.Key) };
    private readonly SwitchOption _stdinJson = new("--stdin-json", "Read a JSON object from standard input: account, scope, set, unset, enabled, permissions.");
    private readonly SwitchOption _enable = new("--enable", "Let the integration be used.");
    private readonly SwitchOption _disable = new("--disable", "Do not let the integration be used.");
    private readonly TextOption _read = new("--read", "permission", "allow, ask or deny functions that read.") { Choices = PermissionWords.All };
    private readonly TextOption _write = new("--write", "permission", "allow, ask or deny functions that write.") { Choices = PermissionWords.All };
    private readonly TextOption _permissions = new("--permissions", "list", "Both at once: read:allow,write:ask.");
    private readonly SwitchOption _global = new("--global", "Set permissions and --enable in the user's configuration; the default.");
    private readonly SwitchOption _project = new("--project", "Set permissions and --enable in the project's file .kosmo/config.json, which can only restrict. Credentials and settings go to the user's configuration in any case.");

    public ConfigureCommand()
        : base("integrations:configure", "Sets credentials, settings and permissions. Values are checked before anything is stored.", takesSecrets: true)
    {
        Syntax.Add(_provider);
        foreach (var option in new Option[] { _account, _set, _unset, _stdinJson, _enable, _disable, _read, _write, _permissions, _global, _project })
        {
            Syntax.Add(option);
        }

        AddJson();
    }

    public override IReadOnlyList<string> Examples =>
    [
        "kosmo integrations:configure missive --set access_token=-",
        "kosmo integrations:configure missive --account=work --set access_token=- --set time_zone=Europe/Berlin",
        "kosmo integrations:configure missive --read allow --write ask",
        "kosmo integrations:configure missive --unset default_organization",
        "echo '{\"set\":{\"report_wait_seconds\":120}}' | kosmo integrations:configure missive --stdin-json --json",
    ];

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        ProviderArgument.ThrowIfUnknown(parsed.GetValue(_provider)!);
        if (session.IsEmulated)
        {
            throw new UsageException("The stand-in needs no configuration: leave --emulator out to change your own.");
        }

        var change = Read(parsed, session.Terminal);
        if (change.IsEmpty)
        {
            throw new UsageException("There is nothing to configure: say what to set, remove or allow.", "kosmo integrations:configure --help");
        }

        change.Apply(session);
        if (IsJson(parsed))
        {
            Output.Json.Print(session.Terminal, writer => Write(writer, session, change));
        }
        else
        {
            Print(session, change);
        }

        return ValueTask.FromResult(ExitCodes.Success);
    }

    private ConfigurationChange Read(ParseResult parsed, Terminal terminal)
    {
        ThrowIfBoth(parsed, _enable, _disable);
        ThrowIfBoth(parsed, _global, _project);
        var change = new ConfigurationChange
        {
            Account = parsed.GetValue(_account),
            IsProject = parsed.GetValue(_project),
        };
        if (parsed.GetValue(_permissions) is { } list)
        {
            ReadPermissions(change, list);
        }

        if (parsed.GetValue(_stdinJson))
        {
            ConfigurationInput.Read(Terminal.ReadAllInput(), change);
        }

        change.IsProject &= !parsed.GetValue(_global);

        var isInputUsed = parsed.GetValue(_stdinJson);
        foreach (var pair in parsed.GetValue(_set))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                throw WithoutValue(pair);
            }

            var field = FieldOf(pair[..equals]);
            var value = pair[(equals + 1)..];
            if (value == FromInput)
            {
                value = isInputUsed && !terminal.IsInputTerminal
                    ? throw new UsageException($"Standard input can be read once, and --set {field.Key}=- is the second to read it.")
                    : ReadValue(field, terminal);
                isInputUsed = true;
            }

            Set(change, field, value);
        }

        foreach (var key in parsed.GetValue(_unset))
        {
            var field = FieldOf(key);
            if (parsed.GetValue(_set).Any(pair => pair.StartsWith($"{field.Key}=", StringComparison.Ordinal)))
            {
                throw Contradiction($"--set {field.Key}", $"--unset {field.Key}");
            }

            change.Unset(field);
        }

        if (parsed.GetValue(_enable) || parsed.GetValue(_disable))
        {
            change.IsEnabled = !parsed.GetValue(_disable);
        }

        if (parsed.GetValue(_read) is { } read)
        {
            change.Permissions[ToolOperation.Read] = PermissionWords.Parse(read)!.Value;
        }

        if (parsed.GetValue(_write) is { } write)
        {
            change.Permissions[ToolOperation.Write] = PermissionWords.Parse(write)!.Value;
        }

        return change;
    }

    private static void ThrowIfBoth(ParseResult parsed, SwitchOption one, SwitchOption other)
    {
        if (parsed.GetValue(one) && parsed.GetValue(other))
        {
            throw Contradiction(one.Name, other.Name);
        }
    }

    private static UsageException Contradiction(string one, string other) => new($"{one} and {other} contradict each other: give one of them. Nothing was changed.");

    // What is no key may be the value itself, and a token is not to be shown.
    private static UsageException WithoutValue(string word) => AccountFields.All.Any(field => field.Key == word)
        ? new UsageException(
            $"--set {word} gives no value. --set {word}=… sets it, --set {word}=- reads it from standard input, and --unset {word} removes it.",
            $"{CommandText.Program} integrations:configure missive --set {word}={FromInput}")
        : new UsageException(
            "--set takes a key and its value with = between them, such as --set time_zone=Europe/Berlin; what was given has no =.",
            AccountFields.Listing);

    private static void Set(ConfigurationChange change, AccountField field, string value)
    {
        try
        {
            change.Set(field, value);
        }
        catch (JsonException error)
        {
            throw new KosmoException(
                "field",
                $"{field.Key} begins like JSON. {JsonText.Describe(error, value)} In a shell, quote it: --set {field.Key}='{{\"key\":\"value\"}}'");
        }
    }

    private static string ReadValue(AccountField field, Terminal terminal)
        => (terminal.IsInputTerminal ? terminal.ReadSecret($"{field.Label}: ") : ReadLine()) is var value && string.IsNullOrWhiteSpace(value)
            ? throw new KosmoException("field", $"Nothing was given for {field.Key}, and nothing was changed. --unset {field.Key} removes it.")
            : value;

    private static string ReadLine()
    {
        var lines = Terminal.ReadAllInput().TrimEnd('\r', '\n');
        return lines.Contains('\n', StringComparison.Ordinal)
            ? throw new KosmoException("field", "Standard input holds several lines, and a value has one.")
            : lines;
    }

    private static void ReadPermissions(ConfigurationChange change, string list)
    {
        foreach (var part in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':', 2) is not [var operation, var word]
                || PermissionWords.ParseOperation(operation) is not { } known
                || PermissionWords.Parse(word) is not { } permission)
            {
                throw new UsageException($"Invalid permission '{PlainText.OneLine(part)}'. Use read/write with allow, ask, or deny.", "kosmo integrations:configure missive --permissions=read:allow,write:ask");
            }

            change.Permissions[known] = permission;
        }
    }

    private static AccountField FieldOf(string key) => AccountFields.Find(key) ?? throw new UsageException(AccountFields.UnknownText(key), AccountFields.Listing);

    private static void Print(Session session, ConfigurationChange change)
    {
        session.Terminal.Output.WriteLine($"Configured missive ({AccountName.Show(AccountName.Parse(change.Account))}).");
        foreach (var (operation, permission) in change.Permissions)
        {
            if (session.Permissions.For(operation) != permission)
            {
                session.Terminal.Output.WriteLine(
                    $"{Configuration.KeyOf(operation)} stays {session.Permissions.For(operation).Word()}: the project's file {session.Project.FilePath} and your configuration hold together, the stricter one wins.");
            }
        }

        if (session.Integration is { IsConfigured: false, UsableAccounts: [] } && AccountName.Parse(change.Account) is null)
        {
            session.Terminal.Output.WriteLine("An access token is still missing: kosmo integrations:configure missive --set access_token=-");
        }
    }

    private static void Write(Utf8JsonWriter writer, Session session, ConfigurationChange change)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", true);
        writer.WriteString("provider", Configuration.Provider);
        writer.WriteString("account", AccountName.Show(AccountName.Parse(change.Account)));
        writer.WriteString("scope", change.IsProject ? "project" : "global");
        writer.WriteStrings("credentials_set", change.KeysSet);
        writer.WriteStrings("credentials_unset", change.KeysUnset);
        writer.WriteBoolean("enabled", session.IsEnabled);
        writer.WriteBoolean("configured", session.Integration.IsConfigured);
        writer.WriteBoolean("cli_setup_supported", true);
        writer.WriteBoolean("cli_runtime_supported", true);
        PermissionJson.Write(writer, session.Permissions);
        writer.WriteEndObject();
    }
}
