using System.Text.Json;
using Kosmo.Accounts;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Documentation;
using Kosmo.Output;

namespace Kosmo.Commands;

/// <summary><c>integrations:fields</c>: the credentials and settings of an account.</summary>
internal sealed class FieldsCommand : KosmoCommand
{
    private readonly Argument _provider = new("provider", ProviderArgument.Description) { IsRequired = true, Completions = ProviderArgument.Names };
    private readonly TextOption _account = AccountNameOption.Create();

    public FieldsCommand()
        : base("integrations:fields", "Lists the credentials and settings that an account can be given, and which it has. Secrets are never shown.")
    {
        Syntax.Add(_provider);
        Syntax.Add(_account);
        AddJson();
    }

    public override IReadOnlyList<string> Examples =>
        ["kosmo integrations:fields missive", "kosmo integrations:fields missive --account=work --json"];

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        ProviderArgument.ThrowIfUnknown(parsed.GetValue(_provider)!);
        var account = AccountName.Parse(parsed.GetValue(_account));
        if (account is not null)
        {
            AccountName.ThrowIfUnfit(account);
        }

        var example = $"kosmo integrations:configure missive --account={AccountName.Show(account)} --set key=value --enable --json";
        if (IsJson(parsed))
        {
            Output.Json.Print(session.Terminal, writer => Write(writer, session, account, example));
        }
        else
        {
            var table = new TextTable("Key", "Label", "Type", "Required", "Configured");
            foreach (var field in AccountFields.All)
            {
                var value = session.Accounts.Find(account, field);
                table.Add(
                    field.Key,
                    field.Label,
                    field.Kind,
                    field.IsRequired ? "yes" : "no",
                    value is null ? "no" : value.Value.Source == "environment" ? "yes (environment)" : "yes");
            }

            table.Print(session.Terminal);
            session.Terminal.Output.WriteLine(example);
        }

        return ValueTask.FromResult(ExitCodes.Success);
    }

    private static void Write(Utf8JsonWriter writer, Session session, string? account, string example)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", true);
        writer.WriteString("provider", Configuration.Provider);
        writer.WriteString("account", AccountName.Show(account));
        writer.WriteStrings("accounts", session.Integration.Accounts);
        writer.WriteBoolean("cli_setup_supported", true);
        writer.WriteBoolean("cli_runtime_supported", true);
        writer.WriteString("auth_strategy", Capabilities.AuthStrategy);
        writer.WriteString("compatibility_summary", Capabilities.Summary);
        writer.WriteStartArray("fields");
        foreach (var field in AccountFields.All)
        {
            WriteField(writer, field, session.Accounts.Find(account, field));
        }

        writer.WriteEndArray();
        writer.WriteString("example", example);
        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, AccountField field, FieldValue? value)
    {
        writer.WriteStartObject();
        writer.WriteString("key", field.Key);
        writer.WriteString("label", field.Label);
        writer.WriteString("type", field.Kind);
        writer.WriteBoolean("required", field.IsRequired);
        writer.WriteBoolean("configured", value is not null);
        writer.WriteString("description", field.Description);
        writer.WriteString("source", value?.Source);
        if (value is not null && !field.IsSecret)
        {
            writer.WritePropertyName("value");
            value.Value.Value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
