namespace Missive.Emulator.Account;

internal sealed record ContactGroup(string Id, string Name, string Kind, string BookId);
