namespace Missive.Emulator.Answers;

/// <summary>
/// How the body of a refused request is written. Missive publishes no error schema; these are the shapes that were
/// seen on the live API or in other clients (secondary), and the empty body of reports that are not ready (official).
/// </summary>
public enum ErrorShape
{
    /// <summary>
    /// Each kind of refusal has its own shape: 400 and 429 <see cref="ErrorText"/>, 401 and 403
    /// <see cref="NestedMessage"/>, 422 <see cref="ErrorsText"/>, everything else <see cref="MessageText"/>.
    /// </summary>
    ByCondition,

    /// <summary>The four shapes take turns, one a refusal.</summary>
    Rotating,

    /// <summary><c>{"error": {"message": "…"}}</c></summary>
    NestedMessage,

    /// <summary><c>{"error": "…"}</c></summary>
    ErrorText,

    /// <summary><c>{"errors": "…"}</c></summary>
    ErrorsText,

    /// <summary><c>{"message": "…"}</c></summary>
    MessageText,

    /// <summary>No body at all.</summary>
    Empty,
}
