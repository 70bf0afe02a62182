using Missive.Codegen.Runtime;

namespace Kosmo.Accounts;

/// <summary>One thing that an account can be given: a credential or a setting of the manifest.</summary>
/// <param name="Key">Its name, as the manifest has it.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Kind">The word for its type: <c>secret</c>, <c>url</c>, or that of its data type.</param>
/// <param name="Type">What its value may be.</param>
/// <param name="Description">What it is for.</param>
internal sealed record AccountField(string Key, string Label, string Kind, DataType Type, string Description)
{
    public bool IsRequired { get; init; }

    /// <summary>The environment variable that may hold it for the default account; null for none.</summary>
    public string? Variable { get; init; }

    /// <summary>Whether its value may be shown to nobody.</summary>
    public bool IsSecret => Kind == "secret";

    /// <summary>What it sets.</summary>
    public AccountOption Option { get; } = AccountOption.Of(Key);

    public static AccountField Of(ApiCredential credential)
        => new(credential.Name, credential.Label, WordOf(credential.Kind), DataType.String(), credential.Description)
        {
            IsRequired = credential.Required,
            Variable = credential.Environment,
        };

    public static AccountField Of(ApiSetting setting) => new(setting.Name, setting.Label, WordOf(setting.Type), setting.Type, setting.Description!);

    private static string WordOf(CredentialKind kind) => kind switch
    {
        CredentialKind.Secret => "secret",
        CredentialKind.Url => "url",
        _ => "string",
    };

    private static string WordOf(DataType type) => type switch
    {
        EnumType => "string",
        ObjectType => "object",
        _ => type.Name,
    };
}
