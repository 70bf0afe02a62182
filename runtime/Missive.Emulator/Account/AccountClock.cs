namespace Missive.Emulator.Account;

/// <summary>
/// The times that are stored. Without a time provider they stand still between writes and move on by a second with
/// each, so that the same requests always give the same answers, newest first.
/// </summary>
internal sealed class AccountClock(long epoch, TimeProvider? time)
{
    private long _ticks;

    public long Epoch => epoch;

    public long Now => time?.GetUtcNow().ToUnixTimeSeconds() ?? epoch + _ticks;

    public void Tick() => _ticks++;
}
