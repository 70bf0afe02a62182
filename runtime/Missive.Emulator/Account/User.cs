namespace Missive.Emulator.Account;

internal sealed record User(string Id, string Name, string Email, IReadOnlySet<string> Organizations)
{
    public string AvatarUrl => $"https://files.example.test/avatars/{Id}.png";
}
