using Kosmo.Accounts;
using Missive.Codegen.Runtime;
using Missive.Tools;
using Missive.Tools.Tests.Support;

namespace Kosmo.Tests.Accounts;

/// <summary>The fields of accounts are the credentials and settings of the manifest, and each sets an option of the library.</summary>
public sealed class AccountFieldTests
{
    [Fact]
    public void TheFieldsAreThoseOfTheManifestInItsOrder()
    {
        var manifest = ManifestData.Manifest.Root;
        Assert.Equal(
            [
                .. manifest.Auth.Credentials.Select(static credential => (credential.Name, credential.Description, credential.Required, credential.Environment)),
                .. manifest.Settings.Select(static setting => (setting.Name, setting.Description, false, (string?)null)),
            ],
            AccountFields.All.Select(static field => (field.Key, field.Description, field.IsRequired, field.Variable)));
    }

    [Fact]
    public void TheirKindsAreWordsForPeople()
        => Assert.Equal(
            ["secret", "url", "string", "string", "object", "string", "string", "integer", "boolean"],
            AccountFields.All.Select(static field => field.Kind));

    [Fact]
    public void EveryFieldSetsAnOptionOfItsOwn()
    {
        Assert.All(AccountFields.All, static field => Assert.NotNull(typeof(MissiveOptions).GetProperty(field.Option.Name)));
        Assert.Distinct(AccountFields.All.Select(static field => field.Option.Name));
    }

    [Fact]
    public void TheVariablesAreThoseThatTheLibraryReads()
        => Assert.Equal(
            [MissiveOptions.AccessTokenVariable, MissiveOptions.BaseUrlVariable],
            MissiveTools.Api.Credentials.Select(static (ApiCredential credential) => credential.Environment));
}
