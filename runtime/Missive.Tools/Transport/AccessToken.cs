namespace Missive.Tools;

/// <summary>The access token: the only thing that is not to be seen. Whatever is shown goes through <see cref="Redact(string)"/>.</summary>
/// <remarks>
/// Equal by value, without a hash by cryptography: that would load its native library, which takes longer than all else that
/// making an account does.
/// </remarks>
internal sealed class AccessToken : IEquatable<AccessToken>
{
    private const string Replacement = "[redacted]";

    // Missive makes no shorter ones, and single letters of a path would pass for them. Messages are redacted all the same.
    private const int ShortestSecret = 8;

    private readonly string _value;
    private readonly string _encoded;

    public AccessToken(string value)
    {
        _value = value;
        _encoded = Uri.EscapeDataString(value);
        Header = $"Bearer {value}";
    }

    /// <summary>The value of the header <c>Authorization</c>: the only way in which the token is sent.</summary>
    public string Header { get; }

    /// <summary>What is wrong with a token, as a sentence that does not show it; null when nothing is.</summary>
    public static string? FindFault(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return "AccessToken is not set. Make a personal access token in Missive's preferences, API tab, and set it "
                + $"here, or set the environment variable {MissiveOptions.AccessTokenVariable} and call {nameof(MissiveOptions.ReadEnvironment)}.";
        }

        return value.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? "AccessToken holds blanks or characters that no token has. Copy it again, without quotes and line breaks."
            : null;
    }

    /// <summary>Whether a text holds the token.</summary>
    public bool IsIn(string text)
        => _value.Length >= ShortestSecret
            && (text.Contains(_value, StringComparison.Ordinal) || text.Contains(_encoded, StringComparison.Ordinal));

    /// <summary>A text without the token.</summary>
    public string Redact(string text)
        => text.Replace(_value, Replacement, StringComparison.Ordinal).Replace(_encoded, Replacement, StringComparison.Ordinal);

    /// <summary>An exception to be kept as the cause of another; null when showing it would show the token.</summary>
    public Exception? Redact(Exception? exception) => exception is not null && IsIn(exception.ToString()) ? null : exception;

    public bool Equals(AccessToken? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as AccessToken);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Replacement;
}
