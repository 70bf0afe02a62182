namespace Missive.Codegen.Runtime;

/// <summary>A value that JSON writes as text, such as one of an enum's values.</summary>
public interface IJsonText
{
    /// <summary>The text.</summary>
    string Value { get; }
}
