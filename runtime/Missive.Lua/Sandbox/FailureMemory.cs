namespace Missive.Lua;

/// <summary>
/// The failures that a state's scripts were given lately. A script receives the message, a string; by it the rest is found again.
/// </summary>
internal sealed class FailureMemory
{
    private const int Capacity = 100;

    // Longer messages are not worth their memory.
    private const int LongestMessage = 10_000;

    private readonly Dictionary<string, LuaFailure> _byMessage = new(StringComparer.Ordinal);

    // Lua itself raises this one.
    private readonly LuaFailure _outOfMemory = LuaException.OutOfMemory().Failure;

    public FailureMemory() => Add(_outOfMemory);

    public void Add(LuaFailure failure)
    {
        var hasMore = failure.Code is not null || failure.Path is not null || failure.Hint is not null;
        if (!hasMore || failure.Message.Length > LongestMessage)
        {
            return;
        }

        if (_byMessage.Count >= Capacity)
        {
            _byMessage.Clear();
            _byMessage[_outOfMemory.Message] = _outOfMemory;
        }

        _byMessage[failure.Message] = failure;
    }

    /// <summary>The failure with that message, whatever place in the script stands before it; or one that has nothing else.</summary>
    public LuaFailure Find(string message)
    {
        if (_byMessage.TryGetValue(message, out var failure))
        {
            return failure;
        }

        return _byMessage.TryGetValue(WithoutPlace(message), out failure) ? failure with { Message = message } : new LuaFailure(message);
    }

    // Lua writes "name:12: " before the messages of errors.
    private static string WithoutPlace(string message)
    {
        var end = message.IndexOf(": ", StringComparison.Ordinal);
        var colon = end < 0 ? -1 : message.LastIndexOf(':', end - 1, end);
        var hasLine = colon >= 0 && colon < end - 1 && !message.AsSpan(colon + 1, end - colon - 1).ContainsAnyExceptInRange('0', '9');
        return hasLine ? message[(end + 2)..] : message;
    }
}
