using System.Collections.Concurrent;

namespace Missive.Emulator.Limits;

internal sealed class TokenLimiters(RateLimits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TokenLimiter> _byToken = new(StringComparer.Ordinal);

    public TokenLimiter For(string token) => _byToken.GetOrAdd(token, _ => new TokenLimiter(limits, time));
}
