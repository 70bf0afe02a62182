namespace Kosmo.Output;

/// <summary>Standard input that cannot be read.</summary>
/// <param name="reason">The system's words.</param>
internal sealed class InputException(string reason) : KosmoException("input", $"Standard input cannot be read: {reason}.")
{
    public static InputException Closed => new("it is closed");
}
