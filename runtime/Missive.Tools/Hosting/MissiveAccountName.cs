namespace Missive.Tools;

/// <summary>A registered account's name, by which the factory finds it.</summary>
/// <param name="Name">The name; empty for the account without one.</param>
internal sealed record MissiveAccountName(string Name)
{
    /// <summary>The name of the HTTP client of an account.</summary>
    public static string HttpClientOf(string name) => name.Length == 0 ? "Missive" : $"Missive:{name}";
}
