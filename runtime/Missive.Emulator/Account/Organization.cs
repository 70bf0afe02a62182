namespace Missive.Emulator.Account;

internal sealed record Organization(string Id, string Name);
