namespace Missive.Tools;

/// <summary>A call of a Missive function that failed after its arguments were accepted.</summary>
/// <param name="message">What happened, and what to do next; safe to show, never with the token.</param>
/// <param name="function">The function that was called.</param>
/// <param name="innerException">What brought it about, or null.</param>
public abstract class MissiveException(string message, string function, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The function that was called, such as <c>list_tasks</c>.</summary>
    public string Function { get; } = function;

    /// <summary>What to do about it, in a sentence, where more is known than the API says; else null. It ends the message.</summary>
    public string? Advice { get; internal set; }

    /// <summary>What happened, and what to do next; safe to show.</summary>
    public override string Message => Advice is null ? base.Message : $"{base.Message} {Advice}";
}
