using Missive.Emulator.Recording;

namespace Missive.Emulator.Account.Sample;

/// <summary>Builds the account that every emulator starts with: the same options and epoch give the same account.</summary>
internal static class SampleAccount
{
    public static AccountState Create(MissiveEmulatorOptions options, EffectLog effects)
    {
        var epoch = options.Epoch ?? options.TimeProvider?.GetUtcNow() ?? MissiveEmulatorOptions.DefaultEpoch;
        var account = new AccountState(new AccountClock(epoch.ToUnixTimeSeconds(), options.TimeProvider), effects);
        SamplePeople.Add(account, options);
        SampleContacts.Add(account, options);
        SampleResponses.Add(account);
        SampleConversations.Add(account, options);
        SampleThread.Add(account);
        SampleTasks.Add(account, options);
        account.Reports["report_123"] = new Report("report_123", null, account.Clock.Epoch - 604_800, account.Clock.Epoch);
        account.Hooks["hook_123"] = new() { ["type"] = "incoming_email", ["url"] = "https://example.test/hook" };
        return account;
    }
}
