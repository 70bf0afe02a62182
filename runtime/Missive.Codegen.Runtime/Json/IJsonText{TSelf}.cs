namespace Missive.Codegen.Runtime;

/// <summary>A value that JSON writes as text and that can be made from such text.</summary>
/// <typeparam name="TSelf">The value's type.</typeparam>
public interface IJsonText<TSelf> : IJsonText
    where TSelf : struct, IJsonText<TSelf>
{
    /// <summary>Makes the value from its text. Texts that the type does not name are kept as they are.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The value.</returns>
    static abstract TSelf Create(string value);
}
