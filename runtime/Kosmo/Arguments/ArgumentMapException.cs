using Kosmo.Output;

namespace Kosmo.Arguments;

/// <summary>Arguments that cannot be made out.</summary>
/// <param name="message">What is wrong with them.</param>
/// <param name="hint">How to write them; null for nothing.</param>
internal sealed class ArgumentMapException(string message, string? hint = null) : KosmoException("arguments", message, hint);
