using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Missive.Emulator.Hosting;

internal sealed class AccessTokens(IEnumerable<string> tokens)
{
    private const string Scheme = "Bearer ";

    private readonly string[] _tokens = [.. tokens];

    /// <summary>The accepted token that a request carries; null when it carries none or another one.</summary>
    public string? Accepted(StringValues authorization)
    {
        if (authorization is not [{ } value] || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var given = Encoding.UTF8.GetBytes(value[Scheme.Length..].Trim());
        return Array.Find(_tokens, token => CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(token)));
    }
}
