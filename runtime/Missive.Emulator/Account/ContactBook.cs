namespace Missive.Emulator.Account;

internal sealed record ContactBook(string Id, string Name, string OrganizationId);
