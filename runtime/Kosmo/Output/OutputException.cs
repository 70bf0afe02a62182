namespace Kosmo.Output;

/// <summary>Standard output that takes nothing, such as a file on a full disk. What is written after it is dropped.</summary>
/// <param name="reason">The system's words.</param>
internal sealed class OutputException(string reason)
    : KosmoException("output", $"Standard output cannot be written: {reason}. What kosmo was asked for may have been done all the same.");
