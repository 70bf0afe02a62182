using Kosmo.Accounts;
using Missive.Tools;
using Missive.Tools.Tests.Support;

namespace Kosmo.Tests.Accounts;

/// <summary>The fields of accounts are the credentials and settings of the manifest.</summary>
public sealed class AccountFieldTests
{
    [Fact]
    public void TheFieldsAreThoseOfTheManifestInItsOrder()
    {
        var manifest = ManifestData.Manifest.Root;
        Assert.Equal(
            [
                .. manifest.Auth.Credentials.Select(static credential => (credential.Name, credential.Label, credential.Type, credential.Required, credential.Description)),
            ],
            AccountFields.All.Take(manifest.Auth.Credentials.Count).Select(static field => (field.Key, field.Label, field.Kind, field.IsRequired, field.Description)));
        Assert.Equal(
            manifest.Settings.Select(static setting => (setting.Name, setting.Description)),
            AccountFields.All.Skip(manifest.Auth.Credentials.Count).Select(static field => (field.Key, field.Description)));
        Assert.Equal(
            ["MISSIVE_ACCESS_TOKEN", "MISSIVE_URL"], manifest.Auth.Credentials.Select(static credential => credential.Environment));
    }

    [Fact]
    public void EveryFieldNamesAnOptionOfTheLibrary()
        => Assert.All(AccountFields.All, static field => Assert.NotNull(typeof(MissiveOptions).GetProperty(field.OptionName)));
}
