namespace Missive.Emulator.Account;

/// <summary>A connected channel. No endpoint lists them; drafts and messages name them.</summary>
internal sealed record MessageAccount(string Id, bool IsCustomChannel, string? PhoneNumber = null, string? PhoneType = null);
