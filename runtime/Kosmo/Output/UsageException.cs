namespace Kosmo.Output;

/// <summary>A command line that does not say what is meant.</summary>
/// <param name="message">What is wrong with it.</param>
/// <param name="hint">What to do next; null for none.</param>
internal sealed class UsageException(string message, string? hint = null) : KosmoException("usage", message, hint)
{
    public override int ExitCode => ExitCodes.Usage;
}
