namespace Missive.Codegen.Emit.Escaping;

/// <summary>
/// Text that is safe at its place in the output. Only escaping functions make it, and a template can write
/// nothing else, so a value that nobody escaped is an error of the template and not a hole in the output.
/// </summary>
/// <param name="Value">The text as it is written.</param>
public sealed record EscapedText(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
