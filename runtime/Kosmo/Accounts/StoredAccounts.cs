using System.Text.Json;
using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>
/// The accounts of the user's store. For the default account the environment's token takes the place of the stored one,
/// together with its URL: a token is only ever sent to the address that was given with it.
/// </summary>
internal sealed class StoredAccounts(Configuration configuration) : IAccountSource
{
    private const string Store = "store";
    private const string FromEnvironment = "environment";

    public IReadOnlyList<string> Names => configuration.AccountNames;

    public IReadOnlyList<string> UsableNames => [.. Names.Where(name => MissingCredentials(name).Count == 0)];

    public IReadOnlyList<string> MissingCredentials(string? account)
        => [.. AccountFields.All.Where(field => field.IsRequired && Find(account, field) is null).Select(static field => field.Key)];

    public FieldValue? Find(string? account, AccountField field)
    {
        if (account is null && field.Variable is { } variable && Variable(MissiveOptions.AccessTokenVariable) is not null)
        {
            return Variable(variable) is { } value ? new FieldValue(TextOf(value), FromEnvironment) : null;
        }

        return configuration.Get(account, field.Key) is { } stored ? new FieldValue(stored, Store) : null;
    }

    public void ThrowIfUnknown(string? account)
    {
        if (account is null || configuration.HasAccount(account))
        {
            return;
        }

        var near = NearestName.Find(account, Names);
        throw new KosmoException(
            "credentials",
            MissingText(account) + NearMiss.Question(near),
            near is null ? $"kosmo integrations:configure missive --account={account} --set access_token=-" : "kosmo integrations:status");
    }

    public ValueTask<MissiveOptions> GetOptionsAsync(string? account, CancellationToken cancellationToken)
    {
        ThrowIfUnknown(account);
        if (MissingCredentials(account) is { Count: > 0 } missing)
        {
            throw NotConfigured(account, missing);
        }

        // Who sets the URL alone means to reach another server, and would reach the one that is stored.
        if (account is null && Variable(MissiveOptions.AccessTokenVariable) is null && Variable(MissiveOptions.BaseUrlVariable) is not null)
        {
            throw new KosmoException(
                "credentials",
                $"{MissiveOptions.BaseUrlVariable} is set without {MissiveOptions.AccessTokenVariable}. A stored token is sent only to the URL stored with it: set both variables, or none.");
        }

        return ValueTask.FromResult(OptionsOf(account));
    }

    private MissiveOptions OptionsOf(string? account)
    {
        var options = new MissiveOptions();
        foreach (var field in AccountFields.All)
        {
            if (Find(account, field) is { Value: var value })
            {
                FieldCheck.ThrowIfInvalid(field, value);
                field.Option.Apply(options, value);
            }
        }

        FieldCheck.ThrowIfInvalid(options, field => Find(account, field)?.Source == FromEnvironment ? field.Variable! : field.Key);
        return options;
    }

    private KosmoException NotConfigured(string? account, IReadOnlyList<string> missing) => new(
        "credentials",
        MissingText(account) + (account is null && UsableNames is { Count: > 0 } usable ? $" Or name another with {AccountName.Options(usable)}." : ""),
        $"kosmo integrations:configure missive{(account is null ? "" : $" --account={account}")}{string.Concat(missing.Select(static key => $" --set {key}=-"))}");

    private static string MissingText(string? account)
        => $"Integration 'missive' is missing required credentials for account '{PlainText.OneLine(AccountName.Show(account))}'."
            + (account is null ? $" Configure it, or set {MissiveOptions.AccessTokenVariable}." : " Configure it first.");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static JsonElement TextOf(string value) => JsonElement.Parse(Json.Compact(writer => writer.WriteStringValue(value)));
}
