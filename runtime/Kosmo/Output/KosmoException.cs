namespace Kosmo.Output;

/// <summary>Something that kosmo refuses or cannot do. The message is for the user and complete.</summary>
/// <param name="code">The kind of error, as a stable word.</param>
/// <param name="message">What happened, and what to do next.</param>
/// <param name="hint">A line to paste or to read next, shown below the message; null for none.</param>
internal class KosmoException(string code, string message, string? hint = null) : Exception(message)
{
    public string Code { get; } = code;

    public string? Hint { get; } = hint;

    public virtual int ExitCode => ExitCodes.Failure;
}
