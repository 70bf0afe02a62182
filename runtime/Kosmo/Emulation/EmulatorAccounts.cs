using Kosmo.Accounts;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Emulation;

/// <summary>The accounts of a run against the stand-in: the user's names, and the sample account behind each.</summary>
internal sealed class EmulatorAccounts(EmulatorProcess emulator, Configuration configuration) : IAccountSource
{
    public IReadOnlyList<string> Names => configuration.AccountNames;

    public IReadOnlyList<string> UsableNames => Names;

    public IReadOnlyList<string> MissingCredentials(string? account) => [];

    public FieldValue? Find(string? account, AccountField field) => null;

    public void ThrowIfUnknown(string? account)
    {
        if (account is not null && !configuration.HasAccount(account))
        {
            throw new KosmoException("credentials", $"There is no account '{PlainText.OneLine(account)}'. With --emulator every configured account stands for the sample one; leave --account out.");
        }
    }

    public async ValueTask<MissiveOptions> GetOptionsAsync(string? account, CancellationToken cancellationToken)
    {
        ThrowIfUnknown(account);
        var address = await emulator.StartAsync(cancellationToken).ConfigureAwait(false);
        return new MissiveOptions { AccessToken = address.Token, BaseUrl = address.BaseUrl };
    }
}
