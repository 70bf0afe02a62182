using Missive.Emulator.Account;
using Missive.Emulator.Queries;
using Missive.Emulator.Recording;

namespace Missive.Emulator.Routing;

/// <summary>What a handler gets: the matched request, and the account that it holds the lock of.</summary>
internal sealed record ApiCall(
    AccountState Account,
    MissiveEmulatorOptions Options,
    int RequestNumber,
    IReadOnlyList<string> Ids,
    QueryValues Query,
    string? ContentType,
    ReadOnlyMemory<byte> Body)
{
    public string Id => Ids[0];

    public int EffectCount { get; private set; }

    public void Record(EffectKind kind, string resource, string id, string? marker)
    {
        Account.Effects.Add(new RecordedEffect(RequestNumber, kind, resource, id, marker));
        Account.Clock.Tick();
        EffectCount++;
    }
}
